using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using CSharpNotebook.Runner;
using SurvivalKit.Published;

namespace SurvivalKit.Cli;

/// <summary><c>survkit reproduce [STUDY-DIR]</c>: runs a study's notebooks, checks every claim, writes the report.</summary>
internal static class ReproduceCommand
{
    public static Command Create(CliStreams streams)
    {
        Argument<string?> study = new("STUDY-DIR")
        {
            Description =
                "The folder of the study: study.json, verdicts.json, and cohort.csv where there is a cohort. Default: data-samples/ep-nec-2025, here or in a folder above; where there is none, it is written here with its notebooks.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        Option<string?> notebooks = new(
            "--notebooks")
        { Description = "The folder of the notebooks. Default: notebooks/paper, above the study.", HelpName = "DIR" };
        Option<string?> artifacts = new("--artifacts")
        {
            Description = "Where executed notebooks and report go. Default: artifacts, beside notebooks.",
            HelpName = "DIR"
        };
        Option<bool> record = new("--record")
        {
            Description =
                "Records the verdicts of this run in verdicts.json instead of comparing: what a maintainer does after a deliberate change.",
        };
        var command = new Command(
            "reproduce",
            "Runs a study's notebooks, audits every printed number, writes the report. Exit code 2: a claim is not as recorded.")
        {
            study, notebooks, artifacts, record,
        };
        OutputOptions output = OutputOptions.AddTo(command, streams);
        command.WithExamples("survkit reproduce", "survkit reproduce data-samples/ep-nec-2025 --json", "survkit reproduce --record");
        command.SetAction(async (parsed, cancellation) =>
        {
            StudyPlaces places = StudyPlaces.Find(parsed.GetValue(study), parsed.GetValue(notebooks), parsed.GetValue(artifacts));
            using var files = new StagedFiles();
            (StudyRun run, ChartPages charts) = await RunAsync(places, parsed.GetValue(record), files, streams,
                cancellation).ConfigureAwait(false);
            output.Write(parsed, run.Result, files);
            ReproductionFiles.RemoveOthers(places, run.Runs, charts);
            foreach (NotebookError failure in run.Result.Failures)
            {
                streams.Error.WriteLine("survkit: " + failure.Sentence.ReplaceLineEndings(" "));
            }

            return run.ExitCode;
        });
        return command;
    }

    private static async Task<(StudyRun Run, ChartPages Charts)> RunAsync(
        StudyPlaces places, bool record, StagedFiles staged, CliStreams streams, CancellationToken cancellationToken)
    {
        string[] files = places.NotebookFiles();
        Study study = Study.Load(places.Study);
        RecordedVerdicts? recorded = File.Exists(places.Verdicts) ? Recorded(places, study) : null;
        if (recorded is null && !record)
        {
            throw new CommandException($"{places.Verdicts}: there is no such file; survkit reproduce --record makes it.");
        }

        ImmutableArray<NotebookRun> runs = await ProgressDisplay.WatchAsync(
            streams, "starting", progress =>
                Task.Run(() => NotebookSeries.RunAsync(files, progress, cancellationToken), cancellationToken)).ConfigureAwait(false);
        StudyAudit audit = await Task.Run(() => StudyAudit.Run(study, places.LoadCohort(study)), cancellationToken).ConfigureAwait(false);
        StudyRun run = StudyRun.Collect(audit, runs, recorded);
        List<string> notes = places.IsCarried
            ? [$"Written here, as there was no study: {StudyPlaces.Shown(places.Study)} and {StudyPlaces.Shown(places.Notebooks)}"]
            : [];
        if (record && run.Result.Failures.Length > 0)
        {
            notes.Add("Nothing was recorded, because not every notebook ran.");
        }
        else if (record)
        {
            string changes =
                recorded is null ? "" : string.Create(CultureInfo.InvariantCulture, $", {run.Result.Differences.Length} of them changed");
            notes.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"Recorded: {audit.Claims.Length} verdicts{changes}, in {StudyPlaces.Shown(places.Verdicts)}"));
            run = StudyRun.Collect(audit, runs, RecordedVerdicts.Record(audit));
            staged.Add(places.Verdicts, VerdictsText(audit));
        }

        ChartPages charts = ReproductionFiles.Stage(staged, places, run);
        return (run with { Result = run.Result.Noting([.. notes, $"Report: {StudyPlaces.Shown(places.Report)}"]) }, charts);
    }

    private static RecordedVerdicts Recorded(StudyPlaces places, Study study)
    {
        RecordedVerdicts recorded = RecordedVerdicts.Load(places.Verdicts);
        return recorded.StudyId == study.Id
            ? recorded
            : throw new CommandException($"{places.Verdicts}: the verdicts are of the study {recorded.StudyId}; {study.Id} was expected.");
    }

    private static byte[] VerdictsText(StudyAudit audit)
    {
        string file = Path.GetTempFileName();
        try
        {
            RecordedVerdicts.Record(audit).Save(file);
            return File.ReadAllBytes(file);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
