using System.Text.Json.Nodes;

namespace Saima.Import;

/// <summary>Which document of the contract does a source record make?</summary>
/// <param name="Document">The document, or null if the record has faults.</param>
/// <param name="Id">The document's id, if the record got as far as one.</param>
/// <param name="Faults">Everything that is wrong with it, not the first thing only.</param>
/// <param name="Cuts">The fields that were longer than the contract allows, one entry for each cut.</param>
public sealed record MappedDocument(JsonObject? Document, string? Id, IReadOnlyList<FieldFault> Faults, IReadOnlyList<string> Cuts);
