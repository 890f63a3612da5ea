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

        Add(hash, learner.Exposures.Given);
        Add(hash, BitConverter.DoubleToInt64Bits(learner.Exposures.Examined));
        Add(hash, BitConverter.DoubleToInt64Bits(learner.Exposures.ExaminedByNewcomers));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Add(IncrementalHash hash, StageModel model)
    {
        Add(hash, model.Base);
        foreach (var group in new[] { model.Products, model.Sellers, model.Categories, model.Matches, model.Positions })
        {
            for (var slot = 0; slot < group.Count; slot++)
                Add(hash, group[slot]);
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
