using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>The same regression with several distributions, the one with the smallest AIC first:
/// <see cref="ParametricModel.Compare"/>.</summary>
public sealed class ParametricComparison : IResult
{
    internal ParametricComparison(string formula, IEnumerable<ParametricFit> fits)
    {
        Formula = formula;
        Fits = [.. fits.OrderBy(fit => fit.Status is FitStatus.Converged or FitStatus.Singular ? fit.Aic : double.PositiveInfinity)];
    }

    /// <summary>The formula of the fits.</summary>
    public string Formula { get; }

    /// <summary>The fits; those without a maximum last.</summary>
    public ImmutableArray<ParametricFit> Fits { get; }

    /// <summary>What to know before the numbers are used, a sentence each.</summary>
    public ImmutableArray<string> Cautions =>
    [
        .. Fits[0].DataCautions,
        .. Fits.SelectMany(fit => ParametricTables.Problem(fit).Select(sentence =>
            $"{ParametricTables.NameOf(fit.Options.Distribution)}: {sentence}")),
    ];

    /// <summary>The survival and hazards of a population by each distribution that has a maximum, beside Kaplan-Meier.</summary>
    /// <param name="data">The rows to average over, as a rule the data of the fits.</param>
    /// <param name="times">The times, above 0; within and beyond the follow-up.</param>
    /// <exception cref="SurvivalDataException">As for <see cref="ParametricFit.Standardized(DataFrame, ParametricQuantity,
    /// IEnumerable{double})"/>; no time was given, or no fit has a maximum.</exception>
    public ParametricExtrapolation Extrapolate(DataFrame data, params IEnumerable<double> times)
    {
        double[] all = [.. times];
        int bad = Array.FindIndex(all, time => !(time > 0 && double.IsFinite(time)));
        ParametricFit[] usable = [.. Fits.Where(fit => fit.Status is FitStatus.Converged or FitStatus.Singular)];
        if (bad >= 0 || all.Length == 0 || usable.Length == 0)
        {
            throw new SurvivalDataException(usable.Length == 0 ? "No distribution has a maximum; one was expected."
                : all.Length == 0 ? "No time was given; finite times above 0 were expected."
                : FormattableString.Invariant($"The time {all[bad]} was given; finite times above 0 were expected."));
        }

        var frame = ModelFrame.Build(data, FormulaCache.Get(Formula), Weights, null, null, null, intervals: true);
        KaplanMeierCurve? observed = frame.Response.IsInterval ? null : KaplanMeier.Fit(frame.Response, weights: frame.Values.Weights);
        return new(Formula, [.. all], observed, [.. usable.Select(fit => new ParametricExtrapolationCurve(
            fit.Options.Distribution,
            [.. fit.Standardized(data, ParametricQuantity.Survival, all).Estimates.Select(estimate => estimate.Estimate)],
            [.. fit.Standardized(data, ParametricQuantity.Hazard, all).Estimates.Select(estimate => estimate.Estimate)]))]);
    }

    /// <summary>The last time of the data.</summary>
    public double FollowUp => Fits[0].LastTime;

    internal string? Weights { get; init; }

    /// <summary>A row for each distribution.</summary>
    public ImmutableArray<TableModel> ToTables() =>
    [
        new(
            ResultSentences.Title("Parametric regressions", Formula),
            [
                new("distribution", TableAlignment.Left),
                .. TableColumns.Numbers("parameters", "log-likelihood", "AIC", "BIC", "more than the best"),
            ],
            Fits.Select(fit => new TableRow(
            [
                ParametricTables.NameOf(fit.Options.Distribution),
                TableCell.Number(fit.Parameters, NumberKind.Count),
                TableCell.Number(fit.LogLikelihood, NumberKind.LogLikelihood),
                TableCell.Number(fit.Aic, NumberKind.LogLikelihood),
                TableCell.Number(fit.Bic, NumberKind.LogLikelihood),
                TableCell.Number(fit.Aic - Fits[0].Aic, NumberKind.Statistic),
            ])),
            [])
        {
            Lead =
            [
                ParametricTables.Counts(Fits[0]),
                .. ResultSentences.LeftOut(Fits[0].Omitted, Fits[0].Weightless),
            ],
            Cautions = Cautions,
        },
    ];

    /// <summary>Columns distribution, parameters, log_lik, aic, bic, status.</summary>
    public DataFrame ToDataFrame() => new(
        new StringDataFrameColumn("distribution", Fits.Select(fit => ParametricTables.NameOf(fit.Options.Distribution))),
        new Int32DataFrameColumn("parameters", Fits.Select(fit => fit.Parameters)),
        FrameColumn.Numbers("log_lik", Fits.Select(fit => fit.LogLikelihood)),
        FrameColumn.Numbers("aic", Fits.Select(fit => fit.Aic)),
        FrameColumn.Numbers("bic", Fits.Select(fit => fit.Bic)),
        new StringDataFrameColumn("status", Fits.Select(fit => fit.Status.ToString())));

    /// <inheritdoc/>
    public ResultRecord ToRecord() => new() { ["formula"] = Formula, ["fits"] = Fits.Select(ParametricRecords.Write) };

    /// <summary>The table as text.</summary>
    public override string ToString() => this.ToText();
}
