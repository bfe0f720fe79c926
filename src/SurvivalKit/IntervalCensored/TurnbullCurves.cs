using System.Collections;
using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Turnbull's estimates by group: <see cref="Turnbull"/>.</summary>
public sealed class TurnbullCurves : IReadOnlyList<TurnbullCurve>, IResult
{
    internal TurnbullCurves(string formula, ImmutableArray<TurnbullCurve> curves, ModelFrame frame)
    {
        Formula = formula;
        Curves = curves;
        Omitted = frame.Omitted;
        Weightless = frame.Weightless;
    }

    /// <summary>The formula of the fit.</summary>
    public string Formula { get; }

    /// <summary>The curves, in the order of the groups' levels.</summary>
    public ImmutableArray<TurnbullCurve> Curves { get; }

    /// <summary>The number of rows left out because a value was missing or the weight is 0.</summary>
    public int Omitted { get; }

    /// <inheritdoc/>
    public int Count => Curves.Length;

    /// <summary>What to know before the numbers are used, a sentence each.</summary>
    public ImmutableArray<string> Cautions =>
    [
        .. Curves.Where(curve => curve.Status != FitStatus.Converged).Select(curve =>
            FormattableString.Invariant($"{curve.Group}: the maximum was not reached in {curve.Steps} steps; the Kuhn-Tucker conditions ")
            + FormattableString.Invariant($"are off by {curve.Violation:0.#e+0} of the weight.")),
    ];

    internal int Weightless { get; }

    /// <inheritdoc/>
    public TurnbullCurve this[int index] => Curves[index];

    /// <summary>The curve of a group by its name, <c>sex=1</c>, or by its level alone where there is one grouping variable.</summary>
    /// <param name="group">The name.</param>
    /// <exception cref="SurvivalDataException">There is no such group; the message lists those there are.</exception>
    public TurnbullCurve this[string group] => Curves[GroupNames.IndexOf([.. Curves.Select(curve => curve.Group)], group)];

    /// <summary>The groups with their medians, then the masses of each.</summary>
    public ImmutableArray<TableModel> ToTables() => [TurnbullTables.Summary(this), .. Curves.Select(TurnbullTables.OfCurve)];

    /// <summary>Columns group, lower, upper, probability, survival, survival_lower, survival_upper.</summary>
    public DataFrame ToDataFrame() => TurnbullTables.Frame(Curves);

    /// <inheritdoc/>
    public ResultRecord ToRecord() => new()
    {
        ["formula"] = Formula,
        ["n"] = Curves.Sum(curve => curve.Observations),
        ["omitted"] = Omitted,
        ["curves"] = Curves.Select(TurnbullRecords.OfCurve),
        ["cautions"] = Cautions,
    };

    /// <inheritdoc/>
    public IEnumerator<TurnbullCurve> GetEnumerator() => ((IEnumerable<TurnbullCurve>)Curves).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The tables as text.</summary>
    public override string ToString() => this.ToText();
}
