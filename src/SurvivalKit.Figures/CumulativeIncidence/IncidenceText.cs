using System.Collections.Immutable;
using System.Globalization;

namespace SurvivalKit.Figures;

/// <summary>The words of a figure of incidences.</summary>
internal static class IncidenceText
{
    /// <summary>The title of the probability axis of a panel.</summary>
    public static string ProbabilityTitle(IncidencePicture picture, CumulativeIncidenceFigureOptions options) =>
        options.ProbabilityLabel
        ?? "Cumulative incidence" + (picture.Causes.Length == 1 ? $" of {picture.CauseLabels[0]}" : "") + (options.Percent ? ", %" : "");

    /// <summary>The lines of text inside a panel.</summary>
    /// <exception cref="SurvivalDataException">The test has no such cause.</exception>
    public static ImmutableArray<string> Notes(IncidencePicture picture, CumulativeIncidenceFigureOptions options, int panel)
    {
        ImmutableArray<string>.Builder lines = ImmutableArray.CreateBuilder<string>();
        foreach (int place in picture.HasPanels ? [panel] : Enumerable.Range(0, picture.Causes.Length))
        {
            if (options.Gray is { } gray)
            {
                string sentence = $"Gray {PText.Sentence(gray[picture.Curves[0].Causes[picture.Causes[place]].Cause].P)}";
                lines.Add(picture.Panels == picture.Causes.Length ? sentence : $"{picture.CauseLabels[place]}: {sentence}");
            }
        }

        lines.AddRange(panel == 0 ? options.Notes.Where(note => !string.IsNullOrWhiteSpace(note)) : []);
        return lines.ToImmutable();
    }

    /// <summary>Explanations of bands and ticks, a sentence each; empty where there are none.</summary>
    public static string Footnote(IncidencePicture picture, CumulativeIncidenceFigureOptions options)
    {
        var parts = new List<string>(2);
        var frame = new KaplanMeierFrame(0, 0, 1, 1, options.MaximumTime ?? Math.Max(picture.End, double.Epsilon));
        StepShape[] shapes = [.. picture.Lines.Select(line => new StepShape(line.Steps, frame, true, options.MinimumAtRisk))];
        if (picture.HasBands(options) && shapes.Any(shape => !shape.Band().IsEmpty))
        {
            CumulativeIncidenceOptions fit = picture.Curves[0].Options;
            parts.Add(
                $"Shaded: pointwise {NumberText.Level(fit.Level)} confidence interval ({SurvivalPicture.NameOf(fit.ConfidenceType)}).");
        }

        if (options.CensorMarks && shapes.Any(shape => !shape.CensorTicks(0).IsEmpty))
        {
            parts.Add("Ticks on the curves: censored.");
        }

        return string.Join(' ', parts);
    }

    /// <summary>What the figure shows, for readers who cannot see it.</summary>
    public static string Describe(IncidencePicture picture, CumulativeIncidenceFigureOptions options)
    {
        string unit = options.TimeUnit is { Length: > 0 } given ? " " + given : "";
        IEnumerable<string> curves = picture.Lines.Select(line =>
        {
            CauseIncidence incidence = picture.Curves[line.Group].Causes[picture.Causes[line.Cause]];
            string last = incidence.Time.IsEmpty ? "" : string.Create(
                CultureInfo.InvariantCulture,
                $", {NumberText.Format(incidence.Incidence[^1], NumberKind.Probability)} by {NumberText.Format(incidence.Time[^1], NumberKind.Time)}{unit}");
            return $"{picture.GroupLabels[line.Group]}, {picture.CauseLabels[line.Cause]}: {RiskRows.Count(incidence.EventTotal)} of {picture.Curves[line.Group].Observations}{last}";
        });
        string[] notes = [.. Enumerable.Range(0, picture.Panels).SelectMany(panel => Notes(picture, options, panel).Select(note =>
            (picture.HasPanels ? picture.CauseLabels[panel] + ": " : "") + Typesetter.Plain(note)))];
        string tail = notes.Length == 0 ? "" : $" {string.Join("; ", notes)}.";
        return $"Cumulative incidence of competing causes (Aalen-Johansen) against {options.TimeLabel.ToLowerInvariant()}{(unit.Length > 0 ? " in" + unit : "")}. {string.Join("; ", curves)}.{tail}";
    }
}
