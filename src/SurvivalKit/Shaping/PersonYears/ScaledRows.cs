using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>The complete rows of a formula with moving scales: their response, the scales, and the groups that do not move.</summary>
internal sealed class ScaledRows
{
    private ScaledRows(SurvivalFormula formula, Surv response, int[]? kept, int omitted, ImmutableArray<ScaledTerm> terms)
    {
        Formula = formula;
        Response = response;
        Kept = kept;
        Omitted = omitted;
        Terms = terms;
    }

    public SurvivalFormula Formula { get; }

    /// <summary>The response of the complete rows.</summary>
    public Surv Response { get; }

    /// <summary>The rows that are complete; null: all.</summary>
    public int[]? Kept { get; }

    /// <summary>The number of rows that are not.</summary>
    public int Omitted { get; }

    /// <summary>What to know of the status, a sentence each.</summary>
    public ImmutableArray<string> Cautions { get; private init; } = [];

    /// <summary>The terms in their order.</summary>
    public ImmutableArray<ScaledTerm> Terms { get; }

    /// <summary>The case weights; empty where there are none.</summary>
    public double[] Weights { get; private init; } = [];

    /// <summary>The start of each complete row.</summary>
    public double[] Starts => Response.IsCounting ? Response.StartArray : new double[Response.Count];

    /// <summary>The moving scales.</summary>
    public Tcut[] Scales => [.. Terms.Select(term => term.Scale).OfType<Tcut>()];

    public static ScaledRows Read(DataFrame data, string formula, string? weights = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(formula);
        SurvivalFormula parsed = FormulaCache.Get(formula);
        TermList terms = parsed.TermsOver(data.Columns.Select(column => column.Name));
        Check(parsed, terms);
        string? source = SurvivalData.SourceOf(data);
        var evaluator = new FormulaEvaluator(parsed.Text, data);
        var reader = new ResponseReader(parsed, evaluator, source);
        var choice = new RowChoice(checked((int)data.Rows.Count));
        reader.Require(choice);
        ScaledTerm[] whole = [.. terms.MainEffects.Select(place => Term(parsed, terms, place, evaluator, choice))];
        double[] caseWeights = weights is null ? [] : FrameColumns.Numbers(data, weights);
        choice.Require(weights is null ? new double[data.Rows.Count] : caseWeights);
        int[]? kept = choice.Kept();
        if (data.Rows.Count == 0 || kept is { Length: 0 })
        {
            throw new SurvivalDataException(
                $"None of the {data.Rows.Count} rows has all the values that {parsed} uses; at least one complete row was expected.");
        }

        int negative = Array.FindIndex(caseWeights, weight => weight < 0 || double.IsInfinity(weight));
        if (negative >= 0)
        {
            string value = caseWeights[negative].ToString(System.Globalization.CultureInfo.InvariantCulture);
            throw SurvivalDataException.AtCell(
                source, negative + 1L, weights!, value, $"{value} is no weight; a finite one of 0 or more was expected.");
        }

        return new ScaledRows(
            parsed, reader.Read(
                kept), kept, kept is null ? 0 : (int)data.Rows.Count - kept.Length, [.. whole.Select(term => term.Keep(kept))])
        {
            Cautions = reader.Cautions,
            Weights = weights is null ? [] : RowCut.Copied(caseWeights, kept),
        };
    }

    private static ScaledTerm Term(SurvivalFormula formula, TermList terms, int place, FormulaEvaluator evaluator, RowChoice choice)
    {
        FormulaNode node = terms.Variables[place];
        if (TcutReader.Makes(node))
        {
            Tcut scale = TcutReader.Read(formula.Text, (FormulaNode.Call)node, evaluator);
            choice.Require(scale.Origin.AsSpan());
            return new ScaledTerm(terms.Names[place], node, scale, null);
        }

        FormulaValue value = evaluator.Variable(node, terms.Names[place]);
        choice.Require(value);
        return value is FormulaValue.Matrix
            ? throw new FormulaException(formula.Text, node.Position, "groups are named by columns; a term of several columns was found.")
            : new ScaledTerm(terms.Names[place], node, null, value.AsLevels());
    }

    private static void Check(SurvivalFormula formula, TermList terms)
    {
        if (terms.Terms.FirstOrDefault(term => term.Length > 1) is { IsDefaultOrEmpty: false } interaction)
        {
            throw new FormulaException(
                formula.Text, terms.Variables[interaction[^1]].Position,
                "groups are named by terms joined with +; an interaction was found.");
        }

        if (terms.Offsets.Concat(terms.Clusters).FirstOrDefault() is { } other)
        {
            throw new FormulaException(
                formula.Text, other.Position, "groups are named by columns and tcut(); offset() or cluster() was found.");
        }
    }
}
