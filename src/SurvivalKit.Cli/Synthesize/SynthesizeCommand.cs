using System.CommandLine;
using System.Globalization;
using SurvivalKit.Published;

namespace SurvivalKit.Cli;

/// <summary><c>survkit synthesize STUDY.json</c>: a patient-level cohort that fits the published figures.</summary>
internal static class SynthesizeCommand
{
    public static Command Create(CliStreams streams)
    {
        Argument<string> study = new("STUDY.json") { Description = "The study file, or a folder that holds one." };
        Option<string?> file = new("--out", "-o")
        {
            Description =
                "Writes the patients to this file, and alterations.csv and sequenced.csv beside it, and prints the report instead of the patients.",
            HelpName = "FILE",
        };
        Option<string?> report = new("--report")
        {
            Description =
                "Writes for every figure what was sought, what was reached and whether it prints the same: JSON where the name ends in .json, else text.",
            HelpName = "FILE",
        };
        var command = new Command(
            "synthesize", "Makes a patient-level cohort that fits what a study prints; no row is a real patient.") { study, file, report };
        SearchOptions search = SearchOptions.AddTo(command);
        command.WithExamples(
            "survkit synthesize data-samples/ep-nec-2025/study.json --seed 9 --out cohort.csv",
            "survkit synthesize study.json --time-limit 60 --report report.json > cohort.csv");
        command.SetAction(async (parsed, cancellation) =>
        {
            Study read = Study.Load(parsed.GetRequiredValue(study));
            SynthesisOptions options = search.Read(parsed);
            SynthesisResult result = await ProgressDisplay.WatchAsync(
                streams,
                "looking for a cohort that fits",
                display => Task.Run(
                    () => CohortSynthesizer.Run(read, options, new SearchWatcher(display), cancellation),
                    cancellation)).ConfigureAwait(false);
            using var staged = new StagedFiles();
            if (parsed.GetValue(report) is { } path)
            {
                bool isJson = Path.GetExtension(path).Equals(".json", StringComparison.OrdinalIgnoreCase);
                staged.Add(path, (isJson ? result.ToRecord().ToJson() : result.ToString()) + "\n");
            }

            if (parsed.GetValue(file) is { } patients)
            {
                Stage(staged, result.Cohort, patients);
                staged.Commit();
                streams.Output.WriteLine(result.ToString());
            }
            else
            {
                staged.Commit();
                streams.Output.Write(Texts(result.Cohort)[Cohort.PatientsFile]);
            }

            return ExitCodes.Done;
        });
        return command;
    }

    private static void Stage(StagedFiles staged, Cohort cohort, string path)
    {
        string folder = Path.GetDirectoryName(path) ?? "";
        foreach ((string name, string text) in Texts(cohort))
        {
            staged.Add(name == Cohort.PatientsFile ? path : Path.Combine(folder, name), text);
        }
    }

    /// <summary>The files of a cohort by their names.</summary>
    private static Dictionary<string, string> Texts(Cohort cohort)
    {
        string folder = Directory.CreateTempSubdirectory("survkit-").FullName;
        try
        {
            cohort.Write(folder);
            return Directory.GetFiles(folder).ToDictionary(file => Path.GetFileName(file), File.ReadAllText);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private sealed class SearchWatcher(ProgressDisplay display) : IProgress<SynthesisProgress>
    {
        public void Report(SynthesisProgress value) => display.Now(string.Create(
            CultureInfo.InvariantCulture,
            $"looking for a cohort that fits: round {value.Round} of {value.Rounds}, search {value.Finished} of {value.Searches}, cost {NumberText.Format(value.Cost, NumberKind.Time)}"));
    }
}
