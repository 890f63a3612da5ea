using Saima.Fuzz;
using SharpFuzz;

// Bends queries until one breaks. Without arguments, a fixed number of inputs, the same at every run; with --afl, as afl-fuzz tells.
using var target = new QueryTarget();
if (args is ["--afl"])
{
    Fuzzer.OutOfProcess.Run(stream =>
    {
        using var input = new MemoryStream();
        stream.CopyTo(input);
        target.Run(input.GetBuffer().AsSpan(0, (int)input.Length));
    });
    return 0;
}

var choice = FuzzArguments.Read(args);
if (choice is null)
{
    Console.Error.WriteLine("saima-fuzz [--corpus DIR] [--inputs N] [--seed N] | --afl");
    return 2;
}

foreach (var seed in choice.Seeds)
    target.Run(seed);
var mutations = new Mutations(choice.Seeds, choice.Seed);
for (var i = 0; i < choice.Inputs; i++)
    target.Run(mutations.Next());
Console.WriteLine($"{choice.Inputs} inputs of {choice.Seeds.Count} seeds: {target.Answered} answered, {target.Changed} corrected or translated, none broke.");
return 0;
