using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Saima.Market.Accounts;

/// <summary>What does a key look like, and what is kept of it?</summary>
internal static class KeyHash
{
    /// <summary>Stands before every issued key, so that a leaked one is known for what it is by those who scan for leaks.</summary>
    private const string Prefix = "saima_";

    public static string NewSecret() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static byte[] Of(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
