using Saima.Engine.Records;

namespace Saima.Engine.Pool;

/// <summary>Where did the exposures go? Given and received, in looks and in examined looks.</summary>
/// <param name="products">Where products whose book changed are noted, or null if nobody asks.</param>
/// <param name="sellers">Where suppliers whose lane book changed are noted, or null if nobody asks.</param>
public sealed class ExposureBook(TouchedSlots? products = null, TouchedSlots? sellers = null)
{
    private const long MicrosPerDay = 86_400_000_000;

    private long[] _receivedByProduct = [];
    private long[] _receivedBySeller = [];
    private double[] _examinedByProduct = [];
    private double[] _laneBySeller = [];
    private int _laneMonth = -1;

    /// <summary>Slots that were filled.</summary>
    public long Given { get; private set; }

    /// <summary>Slots that were filled by the newcomers' lane.</summary>
    public long GivenToNewcomers { get; private set; }

    /// <summary>Examined exposures of all slots: looks weighted by how much of slot 1's attention their slot gets.</summary>
    public double Examined { get; private set; }

    /// <summary>Examined exposures of the newcomers' lane.</summary>
    public double ExaminedByNewcomers { get; private set; }

    /// <summary>Looks that a product received, in any lane.</summary>
    public long ReceivedByProduct(int productSlot) => productSlot < _receivedByProduct.Length ? _receivedByProduct[productSlot] : 0;

    /// <summary>Looks that a supplier's products received, in any lane.</summary>
    public long ReceivedBySeller(int sellerSlot) => sellerSlot < _receivedBySeller.Length ? _receivedBySeller[sellerSlot] : 0;

    /// <summary>Examined looks of a product, in any lane.</summary>
    public double ExaminedByProduct(int productSlot) => productSlot < _examinedByProduct.Length ? _examinedByProduct[productSlot] : 0;

    /// <summary>Examined looks that a supplier got from the newcomers' lane in the month (UTC) of the last booking.</summary>
    public double LaneBySeller(int sellerSlot) => sellerSlot < _laneBySeller.Length ? _laneBySeller[sellerSlot] : 0;

    /// <summary>Sum of what all products received; equal to <see cref="Given"/>, or the books are wrong.</summary>
    public long ReceivedByAllProducts() => Sum(_receivedByProduct);

    /// <summary>Sum of what all suppliers received; equal to <see cref="Given"/>, or the books are wrong.</summary>
    public long ReceivedByAllSellers() => Sum(_receivedBySeller);

    /// <summary>Books one filled slot.</summary>
    /// <param name="atMicros">When it was served, Unix microseconds UTC.</param>
    /// <param name="slot">What stood there.</param>
    /// <param name="examination">Share of slot 1's attention that the slot gets, (0, 1].</param>
    public void Book(long atMicros, in SlotRecord slot, double examination)
    {
        Given++;
        Examined += examination;
        Ensure(ref _receivedByProduct, slot.ProductSlot)++;
        Ensure(ref _receivedBySeller, slot.SellerSlot)++;
        Ensure(ref _examinedByProduct, slot.ProductSlot) += examination;
        products?.Add(slot.ProductSlot);

        // Any lane starts the month: if only the newcomers' did, a month in which all suppliers are full would never end.
        StartMonth(atMicros);
        if (slot.Lane != Lane.Newcomer)
            return;
        GivenToNewcomers++;
        ExaminedByNewcomers += examination;
        Ensure(ref _laneBySeller, slot.SellerSlot) += examination;
        sellers?.Add(slot.SellerSlot);
    }

    private void StartMonth(long atMicros)
    {
        var day = DateOnly.FromDayNumber((int)(atMicros / MicrosPerDay) + new DateOnly(1970, 1, 1).DayNumber);
        var month = day.Year * 12 + day.Month;
        if (month <= _laneMonth)
            return;
        _laneMonth = month;
        for (var seller = 0; seller < _laneBySeller.Length; seller++)
        {
            if (_laneBySeller[seller] != 0)
                sellers?.Add(seller);
        }

        Array.Clear(_laneBySeller);
    }

    private static ref T Ensure<T>(ref T[] array, int index)
    {
        if (index >= array.Length)
            Array.Resize(ref array, Math.Max(index + 1, Math.Max(16, array.Length * 2)));
        return ref array[index];
    }

    private static long Sum(long[] array)
    {
        var sum = 0L;
        foreach (var value in array)
            sum += value;
        return sum;
    }
}
