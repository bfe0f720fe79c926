using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Predicted curves that print a row for each time: <see cref="CoxCurves.ToSteps"/>.</summary>
public sealed class CoxCurveSteps : IResult
{
    private readonly string _title;

    internal CoxCurveSteps(CoxCurves curves, string title)
    {
        Curves = curves;
        _title = title;
    }

    /// <summary>The curves.</summary>
    public CoxCurves Curves { get; }

    /// <summary>A row for each time of each curve: cumulative hazard and survival.</summary>
    public ImmutableArray<TableModel> ToTables() => [CoxCurveTables.Steps(Curves, _title)];

    /// <inheritdoc cref="CoxCurves.ToDataFrame()"/>
    public DataFrame ToDataFrame() => Curves.ToDataFrame();

    /// <inheritdoc/>
    public ResultRecord ToRecord() => new()
    {
        ["steps"] = Curves.SelectMany(curve => curve.Time.Zip(curve.CumulativeHazard, curve.Survival).Select(step => new ResultRecord
        {
            ["stratum"] = curve.Stratum,
            ["time"] = step.First,
            ["cumulativeHazard"] = step.Second,
            ["survival"] = step.Third,
        })),
    };

    /// <summary>The table as text.</summary>
    public override string ToString() => this.ToText();
}
