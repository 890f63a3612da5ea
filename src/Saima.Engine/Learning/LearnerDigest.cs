using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Saima.Engine.Learning;

/// <summary>Are two learners the same to the bit? One line of text to compare.</summary>
public static class LearnerDigest
{
    /// <summary>SHA-256, in hexadecimal, over every weight, every delay count and the books.</summary>
    public static string Of(Learner learner)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, learner.Through);
        foreach (var (model, cases) in new[]
        {
            (learner.Click, learner.ClickCases), (learner.Inquiry, learner.InquiryCases), (learner.Order, learner.OrderCases),
        })
        {
            Add(hash, model);
            Add(hash, cases.Count);
            foreach (var count in cases.Delays.Counts)
                Add(hash, BitConverter.DoubleToInt64Bits(count));
        }

        AddBooks(hash, learner);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    // Every product that was shown has a click weight of its own, and so has its supplier.
    private static void AddBooks(IncrementalHash hash, Learner learner)
    {
        var books = learner.Exposures;
        Add(hash, books.Given);
        Add(hash, books.GivenToNewcomers);
        Add(hash, BitConverter.DoubleToInt64Bits(books.Examined));
        Add(hash, BitConverter.DoubleToInt64Bits(books.ExaminedByNewcomers));
        for (var slot = 0; slot < learner.Click.Products.Count; slot++)
            AddBook(hash, slot, books.ReceivedByProduct(slot), books.ExaminedByProduct(slot));
        for (var slot = 0; slot < learner.Click.Sellers.Count; slot++)
            AddBook(hash, slot, books.ReceivedBySeller(slot), books.LaneBySeller(slot));
    }

    private static void AddBook(IncrementalHash hash, int slot, long received, double examined)
    {
        if (received == 0)
            return;
        Add(hash, slot);
        Add(hash, received);
        Add(hash, BitConverter.DoubleToInt64Bits(examined));
    }

    private static void Add(IncrementalHash hash, StageModel model)
    {
        Add(hash, model.Base);
        foreach (var group in new[] { model.Products, model.Sellers, model.Categories, model.Matches, model.Positions })
        {
            // Weights that nothing has moved are left out: how far a group has grown ahead of need is not knowledge.
            var moved = 0;
            for (var slot = 0; slot < group.Count; slot++)
            {
                if (group.IsPrior(slot))
                    continue;
                Add(hash, slot);
                Add(hash, group[slot]);
                moved++;
            }

            Add(hash, moved);
        }
    }

    private static void Add(IncrementalHash hash, Gaussian weight)
    {
        Add(hash, BitConverter.DoubleToInt64Bits(weight.Mean));
        Add(hash, BitConverter.DoubleToInt64Bits(weight.Variance));
    }

    private static void Add(IncrementalHash hash, long value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        hash.AppendData(bytes);
    }
}
