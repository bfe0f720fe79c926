using System.CommandLine;
using System.Globalization;
using SurvivalKit.Fuzz;

// Random data sets, answered by this library and by R, and compared.
var sets = new Option<int>("--sets") { Description = "the number of data sets", DefaultValueFactory = _ => 1000 };
var seed = new Option<int>("--seed") { Description = "the seed of the first set; the next have the next", DefaultValueFactory = _ => 1 };
var rows = new Option<int>("--rows") { Description = "the largest number of rows", DefaultValueFactory = _ => 200 };
var examples = new Option<int>("--examples") { Description = "the number of shrunk examples a class", DefaultValueFactory = _ => 1 };
var keep = new Option<DirectoryInfo?>("--keep") { Description = "a folder for the report" };
var store = new Option<string?>("--store") { Description = "writes small sets with R's answers to this file, for the tests" };
var command = new RootCommand("Holds this library against R over random data sets.") { sets, seed, rows, examples, keep, store };
command.SetAction(parsed =>
{
    using ROracle? oracle = ROracle.TryStart();
    if (oracle is null)
    {
        Console.Error.WriteLine("There is no Rscript with the package survival on the path.");
        return 1;
    }

    if (parsed.GetValue(store) is { } file)
    {
        StoredCases.Write(oracle, file, parsed.GetValue(seed), parsed.GetValue(sets));
        return 0;
    }

    var finds = new Finds(oracle, parsed.GetValue(examples));
    int first = parsed.GetValue(seed);
    int count = parsed.GetValue(sets);
    string Report(int done) => string.Create(
        CultureInfo.InvariantCulture,
        $"{done} sets from seed {first}, {oracle.Version}: {finds.Count} disagreements\n\n{finds.ToText()}");
    string? folder = parsed.GetValue(keep)?.FullName;
    if (folder is not null)
    {
        Directory.CreateDirectory(folder);
    }

    for (int done = 1; done <= count; done++)
    {
        int number = first + done - 1;
        (FuzzSet set, var questions) = SetMaker.Make(number, parsed.GetValue(rows));
        foreach (Question question in questions)
        {
            Task<Answer> ours = Task.Run(() => OurAnswers.To(question, set));
            Answer theirs = oracle.To(question, set);
            foreach (Difference difference in Comparison.Of(question, set, ours.Result, theirs))
            {
                finds.Add(number, new(question, set, ours.Result, theirs, difference));
            }
        }

        if (folder is not null && (done % 100 == 0 || done == count))
        {
            File.WriteAllText(Path.Combine(folder, "finds.md"), Report(done));
        }
    }

    Console.Write(Report(count));
    return finds.Count == 0 ? 0 : 2;
});
return command.Parse(args).Invoke();
