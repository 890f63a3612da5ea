namespace Saima.Market.Catalogue;

/// <summary>How far has the catalogue come? The one row that counts its changes.</summary>
public sealed class CatalogueCounterRow
{
    public const int OnlyId = 1;

    public int Id { get; set; } = OnlyId;

    /// <summary>Rises by one with every committed transaction that changed a catalogue row; 0 for an empty catalogue.</summary>
    public long Sequence { get; set; }
}
