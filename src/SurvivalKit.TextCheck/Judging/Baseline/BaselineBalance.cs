using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit.TextCheck;

/// <summary>
/// The baseline characteristics of a randomised trial taken together (Carlisle 2017): whether its groups are more alike, or more
/// different, than random allocation makes them; immutable. It is a reason to look and no verdict on a printed number: variables are
/// not independent, and allocation may have been stratified by some of them.
/// </summary>
public sealed class BaselineBalance : IResult
{
    // Below this, and with this many variables, the balance is called unusual.
    private const double Rare = 0.001;
    private const int LeastVariables = 5;

    /// <summary>Combines the variables of a table.</summary>
    /// <param name="table">The name of the table; <see langword="null"/>: it has none.</param>
    /// <param name="variables">Its variables, one or more.</param>
    /// <exception cref="SurvivalDataException">There is no variable.</exception>
    public BaselineBalance(string? table, IEnumerable<BaselineVariable> variables)
    {
        Table = table;
        Variables = [.. variables];
        double[] high = [.. Variables.Select(variable => variable.P.High)];
        double[] low = [.. Variables.Select(variable => variable.P.Low)];

        // Each tail is taken with the printed decimals read in its disfavour, so that rounding alone makes nothing unusual.
        (Different, FisherDifferent) = (PValueCombination.Stouffer(high).Different, PValueCombination.Fisher(high).Different);
        (Alike, FisherAlike) = (PValueCombination.Stouffer(low).Alike, PValueCombination.Fisher(low).Alike);
    }

    /// <summary>The name of the table; <see langword="null"/>: it has none.</summary>
    public string? Table { get; }

    /// <summary>The variables in their order.</summary>
    public ImmutableArray<BaselineVariable> Variables { get; }

    /// <summary>Stouffer's probability of groups at least as different, by the most alike values that print so.</summary>
    public double Different { get; }

    /// <summary>Stouffer's probability of groups at least as alike, by the most different values that print so.</summary>
    public double Alike { get; }

    /// <summary>Fisher's probability of groups at least as different.</summary>
    public double FisherDifferent { get; }

    /// <summary>Fisher's probability of groups at least as alike.</summary>
    public double FisherAlike { get; }

    /// <summary>Whether there are five variables or more and Stouffer's probability is below .001 on one side.</summary>
    public bool IsUnusual => Variables.Length >= LeastVariables && Math.Min(Different, Alike) < Rare;

    /// <summary>The result in a sentence.</summary>
    public string Sentence
    {
        get
        {
            string count = NumberText.Count(Variables.Length, "baseline variable");
            string tails = $"P = {ArithmeticText.P(Different)} for groups as different, {ArithmeticText.P(Alike)} for groups as alike (Stouffer)";
            return Variables.Length < LeastVariables
                ? $"{count}, too few to be taken together."
                : IsUnusual
                    ? $"Unusual: by {count} the groups are {(Alike < Different ? "more alike" : "more different")} than random allocation makes them; {tails}. Variables that depend on each other, or by which the allocation was stratified, can be the reason."
                    : $"Not unusual: {count}, {tails}.";
        }
    }

    /// <summary>A row for each variable: name, test and P; the sentence below.</summary>
    public ImmutableArray<TableModel> ToTables() =>
    [
        new(
            "Baseline variables taken together",
            [new("variable", TableAlignment.Left), new("test", TableAlignment.Left), new("P", TableAlignment.Left)],
            Variables.Select(variable => new TableRow([variable.Name, variable.Test, ArithmeticText.P(variable.P)])),
            Sentence),
    ];

    /// <summary>A frame with a row a variable: variable, test, pLow, pHigh.</summary>
    public DataFrame ToDataFrame() => new(
        new StringDataFrameColumn("variable", Variables.Select(variable => variable.Name)),
        new StringDataFrameColumn("test", Variables.Select(variable => variable.Test)),
        new DoubleDataFrameColumn("pLow", Variables.Select(variable => variable.P.Low)),
        new DoubleDataFrameColumn("pHigh", Variables.Select(variable => variable.P.High)));

    /// <summary>table, variables, different, alike, fisherDifferent, fisherAlike, unusual, sentence.</summary>
    public ResultRecord ToRecord() => new()
    {
        ["table"] = Table,
        ["variables"] = Variables.Select(variable => new ResultRecord
        {
            ["name"] = variable.Name,
            ["test"] = variable.Test,
            ["pLow"] = variable.P.Low,
            ["pHigh"] = variable.P.High,
        }),
        ["different"] = Different,
        ["alike"] = Alike,
        ["fisherDifferent"] = FisherDifferent,
        ["fisherAlike"] = FisherAlike,
        ["unusual"] = IsUnusual,
        ["sentence"] = Sentence,
    };

    /// <summary>The table as text.</summary>
    public override string ToString() => this.ToText();
}
