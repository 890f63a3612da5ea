namespace Saima.Engine.Tests.Text;

/// <summary>Texts that people type, paste, and send to break things: at most 1,000 characters of any script.</summary>
internal static class AnyText
{
    private static readonly string[] Pieces =
    [
        "steel", "ball valves", "DN50", "不锈钢", "球阀", "ステンレス", "밸브", "مضخة", "משאבה", "กระดาษ", "клапан", "ＤＮ５０", "ﾊﾞﾙﾌﾞ", "é", "e\u0301", "ß", "İ", "🏇", "👩‍🔧", "🇨🇳",
        "\ud800", "\udc00", "\0", "\uffff", "\u202e", "\u200d", "\ufeff", "'s", "’", "\"", "(", "*", " ", "\n", "-", "1,5", "the", "𠮷", "𠮷野", "\u0300\u0301\u0302",
    ];

    private static readonly Gen<string> Known = CsCheck.Gen.Int[0, Pieces.Length - 1].Select(index => Pieces[index]);

    private static readonly Gen<string> Piece = CsCheck.Gen.OneOf(
        Known,
        Known,
        CsCheck.Gen.Int[0, char.MaxValue].Select(code => ((char)code).ToString()),
        CsCheck.Gen.Int[32, 126].Select(code => ((char)code).ToString()),
        CsCheck.Gen.Select(Known, CsCheck.Gen.Int[1, 90], (piece, times) => string.Concat(Enumerable.Repeat(piece, times))));

    public static Gen<string> Gen { get; } = Piece.Array[0, 40].Select(pieces => string.Concat(pieces)).Select(text => text.Length <= 1000 ? text : text[..1000]);
}
