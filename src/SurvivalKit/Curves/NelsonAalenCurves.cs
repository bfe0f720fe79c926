using System.Collections;
using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>A Nelson-Aalen fit: one cumulative hazard for each group of the formula, in the order of the groups' levels.</summary>
public sealed class NelsonAalenCurves : IReadOnlyList<NelsonAalenCurve>, IResult
{
    internal NelsonAalenCurves(string formula, ImmutableArray<NelsonAalenCurve> curves, int omitted, NelsonAalenOptions options)
    {
        Formula = formula;
        Curves = curves;
        Omitted = omitted;
        Options = options;
    }

    /// <summary>The formula of the fit.</summary>
    public string Formula { get; }

    /// <summary>The curves, in the order of the groups' levels.</summary>
    public ImmutableArray<NelsonAalenCurve> Curves { get; }

    /// <summary>The number of observations used.</summary>
    public int Observations => Curves.Sum(curve => curve.Observations);

    /// <summary>The number of rows left out because a value was missing.</summary>
    public int Omitted { get; }

    /// <summary>The options of the fit.</summary>
    public NelsonAalenOptions Options { get; }

    /// <inheritdoc/>
    public int Count => Curves.Length;

    /// <inheritdoc/>
    public NelsonAalenCurve this[int index] => Curves[index];

    /// <summary>The curve of a group by its name, <c>sex=1</c>, or by its level alone where there is one grouping
    /// variable, <c>1</c>.</summary>
    /// <param name="group">The name.</param>
    /// <exception cref="SurvivalDataException">There is no such group; the message lists those there are.</exception>
    public NelsonAalenCurve this[string group] => Curves[GroupNames.IndexOf([.. Curves.Select(curve => curve.Group)], group)];

    /// <summary>All rows of all curves: group, time, at_risk, events, censored, cumulative_hazard, se, lower, upper.</summary>
    public DataFrame ToDataFrame() => CurveFrame.Build(Curves);

    /// <summary>A row for each group with n, events, the last time, and the cumulative hazard there with its interval.</summary>
    public ImmutableArray<TableModel> ToTables() => [CurveTables.Summary(Curves, Formula, Omitted)];

    /// <inheritdoc/>
    public ResultRecord ToRecord() => CurveRecords.Write(Curves, Formula, Omitted);

    /// <summary>The table as text.</summary>
    public override string ToString() => this.ToText();

    /// <inheritdoc/>
    public IEnumerator<NelsonAalenCurve> GetEnumerator() => ((IEnumerable<NelsonAalenCurve>)Curves).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
