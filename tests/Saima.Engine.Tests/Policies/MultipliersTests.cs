using Saima.Engine.Catalogue;
using Saima.Engine.Policies;

namespace Saima.Engine.Tests.Policies;

public sealed class MultipliersTests
{
    private static readonly MultiplierRule Years = Some.Classic.Multipliers.Single(m => m.Fact == "yearsOnMarket");

    [Theory]
    [InlineData(Membership.None, 0.5)]
    [InlineData(Membership.Basic, 1)]
    [InlineData(Membership.Verified, 1.6)]
    public void A_membership_has_the_factor_that_the_rule_names(Membership membership, double factor) =>
        Factor("membership", Some.Seller(0) with { Membership = membership }).ShouldBe(factor);

    [Theory]
    [InlineData(SellerKind.Factory, 1.3)]
    [InlineData(SellerKind.Integrated, 1.2)]
    [InlineData(SellerKind.Trader, 1)]
    [InlineData(SellerKind.Individual, 0.6)]
    [InlineData(SellerKind.Unknown, 1)]
    public void A_kind_has_the_factor_that_the_rule_names_or_none(SellerKind kind, double factor) =>
        Factor("kind", Some.Seller(0) with { Kind = kind }).ShouldBe(factor);

    [Theory]
    [InlineData("2024-11-22", "2026-11-21", 1)]
    [InlineData("2024-11-22", "2026-11-22", 1.1)]
    [InlineData("2021-11-22", "2026-11-21", 1.1)]
    [InlineData("2021-11-22", "2026-11-22", 1.3)]
    [InlineData("2016-11-22", "2026-11-22", 1.5)]
    [InlineData("1901-01-01", "2026-11-22", 1.5)]
    [InlineData("2027-01-01", "2026-11-22", 1)]

    // The number of a day in its year moves in leap years; its day of the month does not.
    [InlineData("2024-03-01", "2026-03-01", 1.1)]
    [InlineData("2024-03-01", "2026-02-28", 1)]
    [InlineData("2022-12-31", "2024-12-30", 1)]
    [InlineData("2022-12-31", "2024-12-31", 1.1)]

    // Who joined on 29 February has its day on 1 March in other years.
    [InlineData("2024-02-29", "2026-02-28", 1)]
    [InlineData("2024-02-29", "2026-03-01", 1.1)]
    [InlineData("2023-02-28", "2028-02-28", 1.3)]
    [InlineData("2016-02-29", "2026-02-28", 1.3)]
    public void Years_are_full_on_the_day_and_not_before(string joined, string today, double factor) =>
        Multipliers.Factor(Years, Some.Seller(0) with { JoinedOn = Day(joined) }, Day(today)).ShouldBe(factor);

    [Fact]
    public void Without_a_day_of_joining_years_say_nothing() => Multipliers.Factor(Years, Some.Seller(0), Some.Day).ShouldBe(1);

    [Fact]
    public void A_rules_factors_add_up_in_logs()
    {
        var seller = Some.Seller(0) with { Membership = Membership.Verified, Kind = SellerKind.Factory, JoinedOn = new DateOnly(2010, 1, 1) };
        Multipliers.LogSum(Some.Classic, seller, Some.Day).ShouldBe(Math.Log(1.6 * 1.3 * 1.5), 1e-12);
        Multipliers.LogSum(Some.Policy, seller, Some.Day).ShouldBe(0);
    }

    private static double Factor(string fact, Seller seller) => Multipliers.Factor(Some.Classic.Multipliers.Single(m => m.Fact == fact), seller, Some.Day);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
