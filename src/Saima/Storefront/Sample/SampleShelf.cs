namespace Saima.Storefront.Sample;

/// <summary>One shelf of invented products: out of which words are its titles made?</summary>
public sealed record SampleShelf(string Path, string[] Makes, string[] Things, string[] Sizes, string[] Materials, decimal Price, int Moq)
{
    public static IReadOnlyList<SampleShelf> All { get; } =
    [
        new("Furniture > Bedroom > Beds", ["Solid wood", "Upholstered", "Storage", "Slatted"], ["platform bed", "bunk bed", "bed frame with headboard"], ["queen", "king", "twin", "90 × 200 cm"], ["pine", "oak", "beech", "rubberwood"], 68, 50),
        new("Furniture > Office > Chairs", ["Ergonomic", "Stackable", "High-back", "Mesh"], ["office chair", "conference chair", "swivel chair with lumbar support"], ["class 4 gas lift", "nylon base", "aluminium base"], ["mesh", "PU leather", "fabric"], 31, 100),
        new("Furniture > Outdoor > Garden sets", ["Weatherproof", "Folding", "Woven"], ["garden dining set", "balcony bistro set", "lounge set"], ["3 pieces", "5 pieces", "7 pieces"], ["PE rattan", "teak", "powder-coated steel"], 142, 30),
        new("Lighting > LED panels", ["Edge-lit", "Backlit", "Dimmable", "Emergency"], ["LED panel light", "LED troffer"], ["600 × 600, 40 W", "300 × 1200, 36 W", "600 × 1200, 72 W"], ["PMMA", "PS diffuser"], 9.4m, 200),
        new("Lighting > Outdoor lights", ["Solar", "Motion-sensor", "IP66"], ["flood light", "street light", "bollard light"], ["30 W", "60 W", "100 W", "200 W"], ["die-cast aluminium", "PC"], 22.5m, 100),
        new("Machinery > Packaging machines", ["Semi-automatic", "Automatic", "Tabletop"], ["pouch sealing machine", "vacuum packing machine", "labelling machine for round bottles"], ["220 V", "380 V", "40 bags/min"], ["SUS304", "carbon steel"], 1180, 1),
        new("Machinery > Material handling", ["Electric", "Hydraulic", "Scissor-lift", "Semi-electric"], ["pallet jack", "pallet truck", "stacker"], ["1.5 t", "2 t", "2.5 t"], ["steel"], 395, 2),
        new("Apparel > Workwear", ["High-visibility", "Flame-retardant", "Quilted", "Waterproof"], ["work jacket", "safety vest", "coverall"], ["S–4XL", "EN ISO 20471 class 2", "EN ISO 20471 class 3"], ["polyester", "cotton twill", "TC 65/35"], 7.2m, 300),
        new("Textiles > Home textiles", ["Microfibre", "Jacquard", "Waffle"], ["bath towel", "bed sheet set", "blackout curtain"], ["70 × 140 cm", "queen", "140 × 260 cm"], ["cotton", "polyester", "bamboo"], 3.85m, 500),
        new("Packaging > Paper packaging", ["Printed", "Kraft", "Rigid", "Corrugated"], ["mailer box", "gift box with magnet", "shopping bag"], ["200 × 150 × 60 mm", "A4", "custom size"], ["350 g kraft", "E-flute", "1200 g greyboard"], 0.32m, 1000),
        new("Kitchen > Cookware", ["Non-stick", "Tri-ply", "Enamelled"], ["frying pan", "stock pot", "cast-iron casserole"], ["24 cm", "28 cm", "6.5 l"], ["aluminium", "stainless steel", "cast iron"], 6.9m, 300),
        new("Electronics > Power", ["GaN", "Fast-charging", "Portable"], ["USB-C charger", "power bank", "travel adapter"], ["20 W", "65 W", "20 000 mAh"], ["PC/ABS"], 5.1m, 500),
        new("Bags > Backpacks", ["Anti-theft", "Roll-top", "Foldable"], ["laptop backpack", "hiking backpack"], ["20 l", "30 l", "15.6 inch"], ["600D polyester", "recycled PET"], 8.8m, 200),
        new("Tools > Hand tools", ["Chrome-vanadium", "Insulated", "Ratcheting"], ["combination wrench set", "screwdriver set", "socket set"], ["12 pieces", "46 pieces", "1000 V"], ["CR-V steel", "S2 steel"], 11.6m, 100),
        new("Sports > Fitness", ["Rubber-coated", "Adjustable", "Anti-slip"], ["dumbbell", "yoga mat", "kettlebell"], ["2 × 10 kg", "6 mm", "16 kg"], ["NBR", "cast iron", "TPE"], 4.6m, 200),
        new("Auto parts > Brakes", ["Ceramic", "Semi-metallic", "Vented"], ["brake pad set", "brake disc"], ["front axle", "rear axle", "WVA 24123"], ["ceramic", "G3000 iron"], 6.3m, 100),
        new("Hardware > Fasteners", ["Hot-dip galvanised", "Zinc-plated", "A2 stainless"], ["hex bolt DIN 933", "self-drilling screw", "anchor bolt"], ["M8 × 40", "M10 × 60", "5.5 × 25"], ["steel 8.8", "A2-70"], 0.035m, 5000),
        new("家具 > 办公家具", ["升降", "实木", "钢制"], ["办公桌", "会议桌", "文件柜"], ["1.4 米", "1.6 米", "双门"], ["实木颗粒板", "冷轧钢"], 420, 20),
    ];
}
