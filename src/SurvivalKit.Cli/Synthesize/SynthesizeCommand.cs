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
        Option<ulong> seed = new("--seed")
        {
            Description = "The seed of the random numbers; the same seed gives the same cohort on any machine.",
            HelpName = "N",
            DefaultValueFactory = _ => 1,
            CustomParser = result =>
            {
                if (!ulong.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out ulong value))
                {
                    result.AddError($"--seed {result.Tokens[0].Value}: a whole number of 0 or more was expected.");
                }

                return value;
            },
        };
        Option<string?> file = new("--out", "-o")
        {
            Description = "Writes the patients to this file, and alterations.csv and sequenced.csv beside it, instead of printing the patients.",
            HelpName = "FILE",
        };
        var command = new Command("synthesize", "Makes a patient-level cohort that fits what a study prints; no row is a real patient.") { study, seed, file };
        command.WithExamples("survkit synthesize data-samples/ep-nec-2025/study.json --seed 9 --out cohort.csv");
        command.SetAction(async (parsed, cancellation) =>
        {
            Study read = Study.Load(parsed.GetRequiredValue(study));
            Cohort cohort = await ProgressDisplay.WatchAsync(
                streams, "looking for a cohort that fits", _ => Task.Run(() => CohortSynthesizer.Run(read, new() { Seed = parsed.GetValue(seed) }).Cohort, cancellation)).ConfigureAwait(false);
            cancellation.ThrowIfCancellationRequested();
            if (parsed.GetValue(file) is { } path)
            {
                Write(cohort, path);
            }
            else
            {
                streams.Output.Write(Texts(cohort)[Cohort.PatientsFile]);
            }

            return ExitCodes.Done;
        });
        return command;
    }

    private static void Write(Cohort cohort, string path)
    {
        using var staged = new StagedFiles();
        string folder = Path.GetDirectoryName(path) ?? "";
        foreach ((string name, string text) in Texts(cohort))
        {
            staged.Add(name == Cohort.PatientsFile ? path : Path.Combine(folder, name), text);
        }

        staged.Commit();
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
}
