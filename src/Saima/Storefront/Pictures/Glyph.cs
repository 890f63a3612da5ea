namespace Saima.Storefront.Pictures;

/// <summary>One family of products: by which words is it known, and how is it drawn in 120 × 120?</summary>
/// <param name="Words">Lower case; searched for in the category's path first, then in the title. Short Latin words are whole words.</param>
/// <param name="Path">The lines, as an SVG path's <c>d</c>.</param>
internal sealed record Glyph(string Name, string[] Words, string Path)
{
    /// <summary>What is drawn of a product that no family knows: a crate on its pallet.</summary>
    public static Glyph Neutral { get; } = new(
        "crate",
        [],
        "M24 28h72v56H24z M24 47h72 M24 65h72 M42 28v56 M78 28v56 M16 92h88 M16 104h88 M26 92v12 M60 92v12 M94 92v12");

    /// <summary>The families, the narrower before the wider.</summary>
    public static IReadOnlyList<Glyph> Families { get; } =
    [
        new("bed", ["bed", "beds", "bedroom", "mattress", "床"],
            "M14 26v72 M14 82h92 M106 98V66a12 12 0 0 0-12-12H52v28 M52 54v28 M14 62h16a12 12 0 0 1 12 12v8 M22 48a8 8 0 1 0 16 0a8 8 0 1 0-16 0"),
        new("lamp", ["lighting", "light", "lights", "lamp", "led", "灯"],
            "M60 12v22 M34 66a26 32 0 0 1 52 0z M50 66a10 10 0 0 0 20 0 M60 86v14 M38 82l-8 11 M82 82l8 11"),
        new("chair", ["furniture", "chair", "chairs", "sofa", "table", "desk", "cabinet", "家具", "桌", "椅"],
            "M42 16h36a6 6 0 0 1 6 6v26H36V22a6 6 0 0 1 6-6z M44 48v12 M76 48v12 M30 60h60a4 4 0 0 1 4 4v6H26v-6a4 4 0 0 1 4-4z M36 70l-5 36 M84 70l5 36 M34 88h52"),
        new("shirt", ["apparel", "clothing", "workwear", "garment", "jacket", "shirt", "shoes", "服装", "服饰"],
            "M45 20 24 31 12 56l16 8 7-10v48h50V54l7 10 16-8-12-25-21-11a15 13 0 0 1-30 0z"),
        new("cloth", ["textile", "textiles", "fabric", "towel", "curtain", "yarn", "纺织", "面料"],
            "M34 18h54a13 19 0 0 1 0 38H34 M34 18a13 19 0 1 0 0 38a13 19 0 1 0 0-38z M34 31a4 6 0 1 0 0 12 M84 56v46H22V44 M36 70h34 M36 84h34"),
        new("box", ["packaging", "package", "box", "boxes", "carton", "paper", "label", "包装", "纸箱"],
            "M60 14l42 22v48l-42 22-42-22V36z M18 36l42 22 42-22 M60 58v48 M39 25l42 22v17"),
        new("pot", ["kitchen", "cookware", "tableware", "pan", "厨", "锅", "餐具"],
            "M26 52h68v34a14 14 0 0 1-14 14H40a14 14 0 0 1-14-14z M18 52h84 M26 64H14v12h12 M94 64h12v12H94 M34 52a26 21 0 0 1 52 0 M60 31v-9 M53 22h14"),
        new("bag", ["bag", "bags", "backpack", "backpacks", "luggage", "suitcase", "箱包", "背包"],
            "M34 40a26 22 0 0 1 52 0v58a6 6 0 0 1-6 6H40a6 6 0 0 1-6-6z M34 66h52 M50 18v-6h20v6 M46 66v10h28V66 M34 72H24v26h10 M86 72h10v26H86"),
        new("wheel", ["auto", "automotive", "vehicle", "car", "motorcycle", "tyre", "tire", "brake", "brakes", "汽车", "汽配", "摩托"],
            "M60 14a46 46 0 1 0 0 92a46 46 0 1 0 0-92z M60 30a30 30 0 1 0 0 60a30 30 0 1 0 0-60z M60 51a9 9 0 1 0 0 18a9 9 0 1 0 0-18z M60 30v21 M88 51l-20 6 M78 84 65 67 M42 84l13-17 M32 51l20 6"),
        new("tool", ["tool", "tools", "wrench", "drill", "saw", "工具"],
            "M82 16a24 24 0 0 0-27 33L19 85a11 11 0 0 0 16 16l36-36a24 24 0 0 0 33-27L88 54l-17-5-5-17z"),
        new("valve", ["valve", "valves", "pipe", "fittings", "flange", "flanges", "阀", "管件", "法兰"],
            "M38 20h44 M60 20v20 M48 40h24v16H48z M60 56v22 M18 58h12v40H18z M90 58h12v40H90z M30 62l60 32V62L30 94z"),
        new("bolt", ["hardware", "fastener", "fasteners", "screw", "bolt", "hinge", "lock", "五金", "紧固"],
            "M38 14h44l8 14-8 14H38l-8-14z M48 42h24v58l-12 8-12-8z M48 54l24 7 M48 66l24 7 M48 78l24 7 M48 90l24 7"),
        new("chip", ["electronics", "electronic", "computer", "computers", "phone", "phones", "camera", "audio", "battery", "power", "cable", "电子", "数码", "电脑", "手机"],
            "M38 34h44a4 4 0 0 1 4 4v44a4 4 0 0 1-4 4H38a4 4 0 0 1-4-4V38a4 4 0 0 1 4-4z M48 48h24v24H48z M46 34V20 M60 34V20 M74 34V20 M46 100V86 M60 100V86 M74 100V86 M34 46H20 M34 60H20 M34 74H20 M100 46H86 M100 60H86 M100 74H86"),
        new("truck", ["handling", "pallet", "forklift", "logistics", "warehouse", "叉车", "搬运", "物流"],
            "M22 14h10v70 M32 84h74 M32 96h62 M44 34h52v50H44z M44 50h52 M62 34v16 M78 34v16 M32 94a8 8 0 1 0 0 16a8 8 0 1 0 0-16z M98 92a7 7 0 1 0 0 14a7 7 0 1 0 0-14z"),
        new("gear", ["machinery", "machine", "machines", "equipment", "industrial", "pump", "motor", "机械", "设备", "机床"],
            "M53 14h14l3 12 8 4 11-6 10 10-6 11 4 8 12 3v14l-12 3-4 8 6 11-10 10-11-6-8 4-3 12H53l-3-12-8-4-11 6-10-10 6-11-4-8-12-3V56l12-3 4-8-6-11 10-10 11 6 8-4z M60 46a17 17 0 1 0 0 34a17 17 0 1 0 0-34z"),
        new("dumbbell", ["sport", "sports", "fitness", "camping", "bicycle", "运动", "健身"],
            "M42 60h36 M30 34h12v52H30z M78 34h12v52H78z M18 46h12v28H18z M90 46h12v28H90z"),
        new("blocks", ["toy", "toys", "game", "games", "baby", "gift", "玩具", "礼品"],
            "M18 62h40v40H18z M62 62h40v40H62z M60 14l22 40H38z M38 72a10 10 0 1 0 0 20a10 10 0 1 0 0-20z M72 72l20 20 M92 72 72 92"),
        new("flask", ["chemical", "chemicals", "laboratory", "medical", "health", "beauty", "cosmetic", "cosmetics", "化工", "医疗", "美妆"],
            "M46 14h28 M52 14v32L26 92a9 9 0 0 0 8 14h52a9 9 0 0 0 8-14L68 46V14 M38 74h44 M52 88h8 M70 94h6"),
        new("leaf", ["food", "agriculture", "agricultural", "beverage", "fruit", "tea", "coffee", "plant", "plants", "食品", "农", "茶"],
            "M60 108V54 M60 76C30 76 20 54 20 32c28 0 40 18 40 44z M60 60c0-28 14-42 42-46 0 28-12 46-42 46z"),
        new("wall", ["building", "construction", "tile", "tiles", "brick", "stone", "glass", "door", "window", "建材", "瓷砖", "石材"],
            "M16 26h88v68H16z M16 43h88 M16 60h88 M16 77h88 M46 26v17 M76 26v17 M31 43v17 M61 43v17 M91 43v17 M46 60v17 M76 60v17 M31 77v17 M61 77v17 M91 77v17"),
    ];

    /// <summary>The family of that name, or null.</summary>
    public static Glyph? Find(string name) => name == Neutral.Name ? Neutral : Families.FirstOrDefault(family => family.Name == name);

    /// <summary>The family of a product.</summary>
    public static Glyph Of(string categoryPath, string title) =>
        Named(categoryPath) ?? Named(title) ?? Neutral;

    // The deepest name of a path says most: it is asked first.
    private static Glyph? Named(string text)
    {
        var names = text.ToLowerInvariant().Split(" > ");
        for (var i = names.Length - 1; i >= 0; i--)
        {
            var words = names[i].Split([' ', ',', '/', '-', '&', '(', ')'], StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
            foreach (var family in Families)
            {
                if (Array.Exists(family.Words, word => word[0] < 128 ? words.Contains(word) : names[i].Contains(word, StringComparison.Ordinal)))
                    return family;
            }
        }

        return null;
    }
}
