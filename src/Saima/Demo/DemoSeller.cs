using System.Text.Json.Nodes;

namespace Saima.Demo;

/// <summary>One made-up supplier: what does it sell, and in which manner?</summary>
/// <param name="Size">How many products it lists.</param>
/// <param name="Assortment">The leaf categories it sells in, with their trade; at least one.</param>
/// <param name="Document">Itself as a document of the contract.</param>
internal sealed record DemoSeller(
    int Number, string Word, string Town, DateOnly JoinedOn, int Size, IReadOnlyList<(Industry Industry, Leaf Leaf)> Assortment, JsonObject Document)
{
    public string Id => (string)Document["id"]!;
}
