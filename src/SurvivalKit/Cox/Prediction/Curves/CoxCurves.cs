using System.Collections;
using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Survival curves that a Cox model predicts: one for each row of new data, or one for each stratum.</summary>
public sealed class CoxCurves : IReadOnlyList<CoxCurve>, IResult
{
    // The covariates of a baseline in words.
    private readonly string? _covariates;

    internal CoxCurves(ImmutableArray<CoxCurve> curves, int missing, string? covariates = null)
    {
        _covariates = covariates;
        Curves = curves;
        Missing = missing;
    }

    /// <summary>The curves, in the order of the rows and, in a row that names no stratum, of the strata.</summary>
    public ImmutableArray<CoxCurve> Curves { get; }

    /// <summary>The number of rows that have no prediction, because a value that the model uses is missing.</summary>
    public int Missing { get; }

    /// <inheritdoc/>
    public int Count => Curves.Length;

    /// <inheritdoc/>
    public CoxCurve this[int index] => Curves[index];

    /// <summary>The first curve of a stratum.</summary>
    /// <param name="stratum">The stratum's name, as <see cref="CoxCurve.Stratum"/>.</param>
    /// <exception cref="SurvivalDataException">There is no such curve; the message lists those there are.</exception>
    public CoxCurve this[string stratum] =>
        Curves.FirstOrDefault(curve => curve.Stratum == stratum)
        ?? throw new SurvivalDataException(
            $"There is no stratum \"{stratum}\"; there are {string.Join("; ", Curves.Select(curve => curve.Stratum).Distinct())}.");

    /// <summary>All times of all curves: row, stratum, time, at_risk, events, censored, cumulative_hazard, hazard_se,
    /// survival, se, lower, upper.</summary>
    public DataFrame ToDataFrame() => CoxCurveFrame.Build(this);

    /// <summary>The curves at given times: row, stratum, time, at_risk, cumulative_hazard, hazard_se, survival, se, lower, upper.</summary>
    /// <param name="times">The times, in any order.</param>
    /// <exception cref="SurvivalDataException">A time is not a number.</exception>
    public DataFrame ToDataFrame(IEnumerable<double> times) => CoxCurveFrame.Build(this, [.. times]);

    /// <summary>The curves in a form that prints a row for each time, as R's <c>basehaz</c>.</summary>
    public CoxCurveSteps ToSteps() => new(this, _covariates is null ? "Cumulative hazard" : $"Baseline hazard ({_covariates})");

    /// <summary>The same curves as a baseline.</summary>
    /// <param name="covariates">The values of the covariates in words.</param>
    internal CoxCurves AsBaseline(string covariates) => new(Curves, Missing, covariates);

    /// <summary>A row for each curve: stratum, n, events, median and its interval.</summary>
    public ImmutableArray<TableModel> ToTables() => [CoxCurveTables.Summary(this)];

    /// <inheritdoc/>
    public ResultRecord ToRecord() => CoxCurveTables.RecordOf(this);

    /// <summary>The table as text.</summary>
    public override string ToString() => this.ToText();

    /// <inheritdoc/>
    public IEnumerator<CoxCurve> GetEnumerator() => ((IEnumerable<CoxCurve>)Curves).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
