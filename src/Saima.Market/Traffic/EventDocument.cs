using System.Text.Json;
using System.Text.Json.Nodes;
using Saima.Market.Catalogue;

namespace Saima.Market.Traffic;

/// <summary>One event as the contract writes it.</summary>
public sealed record EventDocument
{
    private static readonly string[] Types = ["visit", "impression", "click", "favourite", "inquiry", "reply", "order"];

    public required string Id { get; init; }
    public required EventType Type { get; init; }
    public required DateTimeOffset At { get; init; }
    public string? VisitId { get; init; }
    public string? BuyerId { get; init; }
    public string? AllocationId { get; init; }
    public string? ProductId { get; init; }

    /// <summary>The inquiry that an order or a reply answers.</summary>
    public string? InquiryId { get; init; }

    public string? OrderId { get; init; }
    public decimal? Amount { get; init; }
    public string? Currency { get; init; }

    /// <summary>Of a reply: <c>person</c>, <c>automatic</c> or <c>assisted</c>.</summary>
    public string? By { get; init; }

    /// <summary>Of an impression: products that came into view.</summary>
    public IReadOnlyList<string> Shown { get; init; } = [];

    /// <summary>Reads a stream of events, good lines and refused ones.</summary>
    public static IAsyncEnumerable<BulkItem<EventDocument>> ReadAll(Stream body, DateTimeOffset now, CancellationToken cancel) =>
        BulkReader.ReadAsync(body, new DocumentDates(now), "id", Read, cancel);

    /// <summary>The event as the log keeps it: fields in a fixed order, visit and buyer by their hashes.</summary>
    public string Canonical(VisitorHashes hashes)
    {
        var json = new JsonObject { ["id"] = Id, ["type"] = Types[(int)Type - 1], ["atMicros"] = UnixMicros.From(At) };
        Put<long?>(json, "visit", VisitId is null ? null : hashes.OfVisit(VisitId));
        Put<long?>(json, "buyer", BuyerId is null ? null : hashes.OfBuyer(BuyerId));
        Put(json, "allocationId", AllocationId);
        Put(json, "productId", ProductId);
        Put(json, "inquiryId", InquiryId);
        Put(json, "orderId", OrderId);
        Put(json, "amount", Amount);
        Put(json, "currency", Currency);
        Put(json, "by", By);
        if (Shown.Count > 0)
            json["shown"] = new JsonArray([.. Shown.Select(id => (JsonNode?)id)]);
        return json.ToJsonString(JsonSerializerOptions.Web);
    }

    private static EventDocument? Read(FieldReader fields)
    {
        var id = fields.Id("id");
        var type = fields.Choice<EventType>("type", Types);
        if (type is null && !fields.Has("type"))
            fields.Refuse("type", FieldReader.Required);
        var at = fields.Instant("at", fields.Dates.LatestInstant);
        if (at is null && !fields.Has("at"))
            fields.Refuse("at", FieldReader.Required);
        var read = new EventDocument
        {
            Id = id ?? "",
            Type = type ?? default,
            At = at ?? default,
            VisitId = fields.Text("visitId", 200),
            BuyerId = fields.Text("buyerId", 200),
            AllocationId = fields.Text("allocationId", 64),
            ProductId = fields.Has("productId") ? fields.Id("productId") : null,
            InquiryId = fields.Has("inquiryId") ? fields.Id("inquiryId") : null,
            OrderId = fields.Has("orderId") ? fields.Id("orderId") : null,
            Amount = fields.Has("amount") ? fields.Amount("amount", DocumentLimits.LargestAmount) : null,
            Currency = fields.Has("currency") ? fields.Currency("currency") : null,
            By = fields.Text("by", 20),
            Shown = fields.Texts("shown", 200, 64),
        };
        if (type is { } known)
            read.Demand(known, fields);
        return id is null || type is null || at is null ? null : read;
    }

    // What each type needs, as the contract's table says.
    private void Demand(EventType type, FieldReader fields)
    {
        if (type is EventType.Click or EventType.Impression && AllocationId is null)
            fields.Refuse("allocationId", FieldReader.Required);
        if (type is EventType.Click or EventType.Inquiry or EventType.Order or EventType.Favourite && ProductId is null)
            fields.Refuse("productId", FieldReader.Required);
        if (type is EventType.Impression && Shown.Count == 0)
            fields.Refuse("shown", "must name at least one product");
        if (type is EventType.Visit && VisitId is null)
            fields.Refuse("visitId", FieldReader.Required);
        if (type is EventType.Reply && InquiryId is null)
            fields.Refuse("inquiryId", FieldReader.Required);
        if (type is EventType.Order && OrderId is null)
            fields.Refuse("orderId", FieldReader.Required);
        if (type is EventType.Inquiry or EventType.Order && AllocationId is null && InquiryId is null && VisitId is null && BuyerId is null)
            fields.Refuse("visitId", "or buyerId is needed when no allocation is named");
        if (Amount is not null && Currency is null)
            fields.Refuse("currency", "must stand beside the amount");
    }

    private static void Put<T>(JsonObject json, string name, T? value)
    {
        if (value is not null)
            json[name] = JsonValue.Create(value);
    }
}
