using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Likelihood-ratio tests of the terms of a model, one after the other (R's <c>anova</c>) or each in the whole model (type III, as
/// <c>Anova</c> of R's car; Fox and Weisberg 2019).</summary>
/// <param name="Kind">Which models are compared.</param>
/// <param name="Formula">The formula of the model.</param>
/// <param name="NullLogLikelihood">The log-likelihood without terms.</param>
/// <param name="LogLikelihood">The log-likelihood of the model.</param>
/// <param name="Rows">A row a term, in the order of the formula.</param>
public sealed record CoxAnova(
    AnovaKind Kind, string Formula, double NullLogLikelihood, double LogLikelihood, ImmutableArray<CoxAnovaRow> Rows) : IResult
{
    /// <summary>A row a term: log-likelihood, chi-square, degrees of freedom and P.</summary>
    public ImmutableArray<TableModel> ToTables() =>
    [
        new(
            ResultSentences.Title(
                Kind == AnovaKind.Sequential ? "Terms added one after the other" : "Terms left out one at a time", Formula),
            [new("term", TableAlignment.Left), .. TableColumns.Numbers("log-likelihood", "chi-square", "df", "P")],
            [
                .. Kind == AnovaKind.Sequential ? (TableRow[])[Row("(none)", NullLogLikelihood)] : [],
                .. Rows.Select(row => new TableRow(
                [
                    row.Term,
                    TableCell.Number(row.LogLikelihood, NumberKind.LogLikelihood),
                    TableCell.Number(row.Test.Statistic ?? double.NaN, NumberKind.Statistic),
                    TableCell.Number(row.Test.DegreesOfFreedom ?? double.NaN, NumberKind.Freedom),
                    TableCell.Number(row.Test.P, NumberKind.P),
                ])),
                .. Kind == AnovaKind.TypeThree ? (TableRow[])[Row("(all)", LogLikelihood)] : [],
            ]),
    ];

    /// <summary>A row a term: term, log_lik, chi_square, df, p.</summary>
    public DataFrame ToDataFrame() => new(
        new StringDataFrameColumn("term", Rows.Select(row => row.Term)),
        FrameColumn.Numbers("log_lik", Rows.Select(row => row.LogLikelihood)),
        FrameColumn.Numbers("chi_square", Rows.Select(row => row.Test.Statistic)),
        FrameColumn.Numbers("df", Rows.Select(row => row.Test.DegreesOfFreedom)),
        FrameColumn.Numbers("p", Rows.Select(row => (double?)row.Test.P)));

    /// <inheritdoc/>
    public ResultRecord ToRecord() => new()
    {
        ["kind"] = Kind,
        ["logLikelihood"] = new ResultRecord { ["null"] = NullLogLikelihood, ["model"] = LogLikelihood },
        ["terms"] = Rows.Select(row => new ResultRecord
        {
            ["term"] = row.Term,
            ["logLikelihood"] = row.LogLikelihood,
            ["chiSquare"] = row.Test.Statistic,
            ["df"] = row.Test.DegreesOfFreedom,
            ["p"] = row.Test.P,
        }),
    };

    /// <summary>The table as text.</summary>
    public override string ToString() => this.ToText();

    private static TableRow Row(string term, double logLikelihood) =>
        new([term, TableCell.Number(logLikelihood, NumberKind.LogLikelihood), "", "", ""]);
}
