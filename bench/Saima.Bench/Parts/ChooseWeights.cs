using System.Globalization;
using Saima.Bench.Market;
using Saima.Bench.Relevance;
using Saima.Bench.Results;

namespace Saima.Bench.Parts;

/// <summary>How much should each field of a product count? Chosen on rated queries, judged on those that were held out.</summary>
/// <remarks>It prints and keeps no figure: what it finds goes into the program by hand, and the part <c>relevance</c> measures that.</remarks>
public static class ChooseWeights
{
    private const int Folds = 5;
    private const int Draws = 10_000;
    private const double Agreement = 1e-3;

    // The first was named beforehand; the others show how much hangs on the shuffle.
    private static readonly int[] Seeds = [20261122, 1, 2, 3, 4];

    private static int Weights => FieldSetting.Present.Weights.Count;

    private static FieldSetting FlatWeights => FieldSetting.Present with { Weights = FieldSetting.Flat.Weights };

    public static async Task<IReadOnlyList<Figure>> RunAsync(BenchRun run)
    {
        await using var running = await RunningMarket.OpenAsync(await run.Market.CopyAsync(), TimeProvider.System);
        var rated = RatedQueries.Read(run.Market.Files.Ratings);
        var comparison = new Comparison(running.Epoch, rated);
        var trial = run.Timed("reading the fields of all products", () => new FieldTrial(running.Epoch, rated));
        var present = trial.Under(FieldSetting.Present);
        Agree(run, trial, present.Average(), comparison.ByMerit().Ndcg);
        run.Say(Text($"NDCG@10 if all weights are 1: {trial.Under(FlatWeights).Average():F4}; and all length shares 0.5: {trial.Under(FieldSetting.Flat).Average():F4}"));
        Choose(run, trial, (present, comparison.ReferenceByQuery), "weights", Weights);
        Choose(run, trial, (present, comparison.ReferenceByQuery), "weights and length shares", 2 * Weights);
        return [];
    }

    private static void Agree(BenchRun run, FieldTrial trial, double here, double engine)
    {
        run.Say(Text($"present: {FieldSetting.Present}; {trial.Cells:N0} pairs of product and term"));
        run.Say(Text($"NDCG@10 by merit of the present setting: {here:F5} here, {engine:F5} by the engine"));
        if (Math.Abs(here - engine) > Agreement)
            throw new BenchFailure("a trial does not answer as the engine does: nothing can be chosen by it");
    }

    private static void Choose(BenchRun run, FieldTrial trial, (double[] Present, double[] Reference) known, string what, int numbers)
    {
        foreach (var seed in Seeds)
            CrossValidate(run, trial, known, Text($"{what}, shuffle {seed}"), (numbers, seed));
        var all = Search(trial, [.. Enumerable.Range(0, known.Present.Length)], numbers);
        run.Say(Text($"{what}, all queries: {trial.Under(all).Average():F4}, {all}"));
        run.Say(Text($"{what}, all queries, rounded: {trial.Under(all.Rounded()).Average():F4}, {all.Rounded()}"));
    }

    private static void CrossValidate(BenchRun run, FieldTrial trial, (double[] Present, double[] Reference) known, string what, (int Numbers, int Seed) how)
    {
        var heldOut = new double[known.Present.Length];
        foreach (var fold in QueryFolds.Of(heldOut.Length, Folds, how.Seed))
        {
            var training = Enumerable.Range(0, heldOut.Length).Except(fold).ToList();
            var setting = Search(trial, training, how.Numbers);
            var values = trial.Under(setting);
            foreach (var query in fold)
                heldOut[query] = values[query];
            var trained = Text($"trained {Mean(values, training):F4} (present {Mean(known.Present, training):F4})");
            run.Say(Text($"{what}: {trained}, held out {Mean(values, fold):F4} (present {Mean(known.Present, fold):F4}, BM25 {Mean(known.Reference, fold):F4}), {setting}"));
        }

        var difference = PairedBootstrap.Of([.. heldOut.Zip(known.Present, (ours, present) => ours - present)], Draws, how.Seed);
        run.Say(Text($"{what}: held out {heldOut.Average():F4}, present {known.Present.Average():F4}, BM25 {known.Reference.Average():F4}"));
        run.Say(Text($"{what}: held out − present {difference.Mean:+0.0000;−0.0000}, 95 % interval {difference.Low:+0.0000;−0.0000} to {difference.High:+0.0000;−0.0000}"));
    }

    private static FieldSetting Search(FieldTrial trial, IReadOnlyList<int> queries, int numbers)
    {
        var flat = numbers == Weights ? FlatWeights : FieldSetting.Flat;
        return new CoordinateSearch(setting => Mean(trial.Under(setting), queries), numbers).From(FieldSetting.Present, flat);
    }

    private static double Mean(double[] values, IReadOnlyList<int> queries) => queries.Average(query => values[query]);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
