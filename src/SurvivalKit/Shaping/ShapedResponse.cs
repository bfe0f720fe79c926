using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>The response of every row, the missing ones too, and the columns that the right side of a formula carries along.</summary>
internal sealed class ShapedResponse
{
    private readonly SurvivalFormula _formula;

    private ShapedResponse(DataFrame data, SurvivalFormula formula, ResponseReader reader, ImmutableArray<DataFrameColumn> carried)
    {
        _formula = formula;
        Data = data;
        Source = SurvivalData.SourceOf(data);
        Start = reader.Starts?.ToArray();
        Stop = reader.Times.ToArray();
        Status = reader.Statuses();
        Cautions = reader.Cautions;
        Carried = carried;
    }

    public DataFrame Data { get; }

    public string? Source { get; }

    /// <summary>The starts; null where the response has none.</summary>
    public double[]? Start { get; }

    public double[] Stop { get; }

    /// <summary>1 an event, 0 none, not-a-number missing.</summary>
    public double[] Status { get; }

    /// <summary>What the status's expression makes suspect, a sentence each.</summary>
    public ImmutableArray<string> Cautions { get; }

    /// <summary>The columns of the right side.</summary>
    public ImmutableArray<DataFrameColumn> Carried { get; }

    /// <summary>The name of the column of starts, as R's survSplit gives it: the response's own where that is a column.</summary>
    public string StartName => Start is null ? "tstart" : Plain(_formula.Times[0]) ?? "tstart";

    /// <summary>The name of the column of times.</summary>
    public string StopName => Plain(_formula.Times[^1]) ?? "tstop";

    /// <summary>The name of the column of statuses.</summary>
    public string EventName => Plain(_formula.Status) ?? "event";

    /// <summary>Reads <c>Surv(time, status) ~ .</c>: the response of every row and the columns that are carried along.</summary>
    /// <exception cref="FormulaException">The formula cannot be read, or its right side has more than names of columns.</exception>
    /// <exception cref="SurvivalDataException">A time or a status cannot be read.</exception>
    public static ShapedResponse Read(DataFrame data, string formula)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(formula);
        SurvivalFormula parsed = FormulaCache.Get(formula.Contains('~', StringComparison.Ordinal) ? formula : formula + " ~ .");
        parsed.RequireTimes();
        TermList terms = parsed.TermsOver(data.Columns.Select(column => column.Name));
        FormulaNode? other = terms.MainEffects.Select(place => terms.Variables[place])
            .Concat(terms.Offsets).Concat(terms.Clusters)
            .FirstOrDefault(node => node is not FormulaNode.Name);
        if (other is not null || terms.Terms.Any(term => term.Length > 1))
        {
            throw new FormulaException(
                formula, other?.Position ?? parsed.Terms.Position,
                $"{other ?? parsed.Terms} was found where columns to carry along were expected, as in ~ . or ~ age + sex.");
        }

        var evaluator = new FormulaEvaluator(parsed.Text, data);
        return new ShapedResponse(
            data, parsed, new ResponseReader(parsed, evaluator, SurvivalData.SourceOf(data)),
            [.. terms.MainEffects.Select(place => FrameColumns.Named(data, ((FormulaNode.Name)terms.Variables[place]).Value))]);
    }

    /// <summary>Throws where the interval of a row does not end after its start.</summary>
    public void CheckOrder()
    {
        for (int row = 0; Start is not null && row < Stop.Length; row++)
        {
            if (Start[row] > Stop[row])
            {
                throw At(row, StopName, Stop[row], FormattableString.Invariant(
                    $"is not after its start {Start[row]}; stop > start was expected."));
            }
        }
    }

    /// <summary>An error in a row's value.</summary>
    public SurvivalDataException At(int row, string column, double value, string problem)
    {
        string text = value.ToString(CultureInfo.InvariantCulture);
        return SurvivalDataException.AtCell(Source, row + 1L, column, text, text + " " + problem);
    }

    private static string? Plain(FormulaNode? part) => part is FormulaNode.Name name ? name.Value : null;
}
