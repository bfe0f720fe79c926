using System.Diagnostics;

namespace SurvivalKit.Published;

/// <summary>Chooses among the readings that a study file leaves open: where figures are missed, short searches try the others, of each kind
/// that bears on one of them, and a whole search follows by those that let most figures hold.</summary>
internal static class ReadingChoice
{
    private const int ShareOfStarts = 8;
    private const int ShareOfSteps = 8;

    // No search fits exact ties: a study file can only fix them for a check.
    private const string Unsearched = "exact";

    public static SynthesisResult Make(Study study, SynthesisOptions options, Func<Study, SynthesisOptions, SynthesisResult> search)
    {
        var clock = Stopwatch.StartNew();
        SynthesisResult first = search(study, options);
        StudyReadings readings = study.Methods.Readings;
        ReadingKind[] open = [.. ReadingKind.All.Where(kind => kind.Chosen(readings) is null
            && first.Missed.Any(figure => kind.Bears(study, figure.Claim)))];
        if (first.WasStopped || open.Length == 0)
        {
            return first;
        }

        // All trials are of the same length, that by the readings of the whole search too.
        var trials = new List<(ReadingKind Kind, string Reading, int Missed)>();
        int least = Missed(readings);
        foreach (ReadingKind kind in open)
        {
            StudyReadings best = readings;
            trials.Add((kind, kind.DefaultOf(study) ?? "as each row says", least));
            foreach ((string name, Func<StudyReadings, StudyReadings> fix) in kind.Choices.Where(
                choice => choice.Name != kind.DefaultOf(study) && choice.Name != Unsearched))
            {
                int missed = Missed(fix(readings));
                trials.Add((kind, name, missed));
                (best, least) = missed < least ? (fix(readings), missed) : (best, least);
            }

            readings = best;
        }

        SynthesisResult? other = readings == study.Methods.Readings ? null : search(study.With(readings), Limited(options));
        bool isBetter = other is not null && other.Missed.Length < first.Missed.Length;
        (SynthesisResult result, int? missedOtherwise) = isBetter
            ? (other!, first.Missed.Length)
            : (first, other?.Missed.Length);

        StudyReadings taken = result.Cohort.Study.Methods.Readings;
        string ReadingOf(ReadingKind kind) => kind.Chosen(taken) ?? kind.DefaultOf(study) ?? "as each row says";
        return result.With(
            [.. trials.Select(trial => new ReadingTrial(
                trial.Kind.Key, trial.Reading, trial.Missed, ReadingOf(trial.Kind) == trial.Reading))],
            missedOtherwise);

        int Missed(StudyReadings tried) => search(study.With(tried), Limited(options) with
        {
            Starts = Math.Max(1, options.Starts / ShareOfStarts),
            Steps = Math.Max(1, options.Steps / ShareOfSteps),
            MayBeMissing = false,
        }).Missed.Length;

        SynthesisOptions Limited(SynthesisOptions whole) => whole with
        {
            TimeLimit = whole.TimeLimit is { } limit ? TimeSpan.FromTicks(Math.Max(0, (limit - clock.Elapsed).Ticks)) : null,
        };
    }
}
