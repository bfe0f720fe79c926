using System.Collections;
using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Cumulative incidences that a Fine-Gray model predicts: one for each row of new data, or one for each stratum.</summary>
public sealed class FineGrayCurves : IReadOnlyList<FineGrayCurve>, IResult
{
    private readonly string _title;

    internal FineGrayCurves(CoxCurves curves, string title)
    {
        _title = title;
        Curves = [.. curves.Select(curve => new FineGrayCurve(curve))];
        Missing = curves.Missing;
    }

    /// <summary>The curves, in the order of the rows and, in a row that names no stratum, of the strata.</summary>
    public ImmutableArray<FineGrayCurve> Curves { get; }

    /// <summary>The number of rows that have no prediction, because a value that the model uses is missing.</summary>
    public int Missing { get; }

    /// <inheritdoc/>
    public int Count => Curves.Length;

    /// <inheritdoc/>
    public FineGrayCurve this[int index] => Curves[index];

    /// <summary>All times of all curves: row, stratum, time, cumulative_hazard, hazard_se, incidence, se, lower, upper.</summary>
    public DataFrame ToDataFrame() => FineGrayTables.Frame(Curves, curve => curve.Steps);

    /// <summary>The curves at given times: row, stratum, time, cumulative_hazard, hazard_se, incidence, se, lower, upper.</summary>
    /// <param name="times">The times, in any order.</param>
    /// <exception cref="SurvivalDataException">A time is not a number.</exception>
    public DataFrame ToDataFrame(IEnumerable<double> times)
    {
        double[] at = [.. times];
        return FineGrayTables.Frame(Curves, curve => curve.At(at));
    }

    /// <summary>A row for each time of an event of each curve.</summary>
    public ImmutableArray<TableModel> ToTables() => [FineGrayTables.Steps(this, _title)];

    /// <inheritdoc/>
    public ResultRecord ToRecord() => new()
    {
        ["missing"] = Missing,
        ["curves"] = Curves.Select(curve => new ResultRecord
        {
            ["row"] = curve.Row,
            ["stratum"] = curve.Stratum,
            ["steps"] = curve.Steps.Select(FineGrayTables.RecordOf),
        }),
    };

    /// <summary>The table as text.</summary>
    public override string ToString() => this.ToText();

    /// <inheritdoc/>
    public IEnumerator<FineGrayCurve> GetEnumerator() => ((IEnumerable<FineGrayCurve>)Curves).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
