using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>A formula evaluated over data: response, terms, strata, clusters, offset and weights of the complete rows.</summary>
public sealed class ModelFrame
{
    private readonly int[]? _kept;

    private ModelFrame(
        SurvivalFormula formula,
        TermList terms,
        ModelValues values,
        int[]? kept,
        FittedConstants? learned,
        int omitted,
        ImmutableArray<string> undefined)
    {
        Undefined = undefined;
        Formula = formula;
        TermList = terms;
        Values = values;
        _kept = kept;
        Learned = learned;
        Omitted = omitted;
    }

    /// <summary>What to know of the data before the numbers are used: a status that no row has, intervals without length; a sentence
    /// each.</summary>
    public ImmutableArray<string> Cautions { get; private init; } = [];

    /// <summary>The formula.</summary>
    public SurvivalFormula Formula { get; }

    /// <summary>The response of the complete rows.</summary>
    public Surv Response => Values.Response;

    /// <summary>The rows of the data that are complete, counted from 0.</summary>
    public ImmutableArray<int> Rows => field.IsDefault
        ? field = _kept is null ? [.. Enumerable.Range(0, Response.Count)] : ImmutableCollectionsMarshal.AsImmutableArray(_kept)
        : field;

    /// <summary>The number of rows left out because a value that the formula uses is missing, or the weight is 0; with an id, of subjects
    /// who have no row in use.</summary>
    public int Omitted { get; }

    /// <summary>The number of rows left out, with an id too: what is said of tables of events, where a subject may lose a few of its
    /// rows.</summary>
    internal int OmittedRows { get; private init; }

    /// <summary>The expressions that have no value in rows whose columns are all present, a sentence each: <c>log(x) has no value
    /// in 2 rows, the first of them row 3</c>. These rows are left out, as in R, and counted in <see cref="Omitted"/>.</summary>
    public ImmutableArray<string> Undefined { get; }

    /// <summary>The number of rows left out because their weight is 0; part of <see cref="Omitted"/>.</summary>
    public int Weightless { get; private init; }

    /// <summary>The level of the status that is censoring, where the others are competing causes; else null.</summary>
    internal string? CensoringLevel { get; private init; }

    internal TermList TermList { get; }

    internal ModelValues Values { get; }

    /// <summary>The constants that the terms took from the data; null where they took none.</summary>
    internal FittedConstants? Learned { get; }

    /// <summary>Evaluates a formula over data and keeps the complete rows.</summary>
    /// <param name="data">The data.</param>
    /// <param name="formula">The formula, as text.</param>
    /// <param name="weights">The column of case weights, or <see langword="null"/>.</param>
    /// <param name="cluster">The column of clusters, as <c>cluster()</c> in the formula, or <see langword="null"/>.</param>
    /// <param name="id">The column that names the subject of each row, where a subject has several, or <see langword="null"/>.</param>
    /// <exception cref="FormulaException">The formula cannot be read or names what the data do not have.</exception>
    /// <exception cref="SurvivalDataException">A value cannot be used: a time that is not finite, a stop before its start, an
    /// invalid status, a negative weight; or no row is complete.</exception>
    public static ModelFrame Build(DataFrame data, string formula, string? weights = null, string? cluster = null, string? id = null) =>
        Build(data, FormulaCache.Get(formula), weights, cluster, id);

    /// <summary>Evaluates a formula over data and keeps the complete rows.</summary>
    /// <param name="data">The data.</param>
    /// <param name="formula">The formula.</param>
    /// <param name="weights">The column of case weights, or <see langword="null"/>.</param>
    /// <param name="cluster">The column of clusters, as <c>cluster()</c> in the formula, or <see langword="null"/>.</param>
    /// <param name="id">The column that names the subject of each row, where a subject has several, or <see langword="null"/>.</param>
    /// <exception cref="SurvivalDataException">As for <see cref="Build(DataFrame, string, string?, string?, string?)"/>.</exception>
    public static ModelFrame Build(
        DataFrame data, SurvivalFormula formula, string? weights = null, string? cluster = null, string? id = null) =>
        Build(data, formula, weights, cluster, id, null);

    /// <summary>The same where the status names competing causes, or where times may be known to be in intervals.</summary>
    internal static ModelFrame Build(
        DataFrame data, SurvivalFormula formula, string? weights, string? cluster, string? id, CauseRules? causes, bool intervals = false)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(formula);
        if (!intervals)
        {
            formula.RequireTimes();
        }

        TermList terms = formula.TermsOver(data.Columns.Select(column => column.Name));
        if (cluster is not null)
        {
            terms = terms with
            {
                Clusters =
                terms.Clusters.Add(new FormulaNode.Call("cluster", [new FormulaArgument(null, new FormulaNode.Name(cluster, 0))], 0))
            };
        }

        var reader = new ModelReader(data, formula, terms, weights, id, causes);
        return new ModelFrame(formula, terms, reader.Values(), reader.Kept, reader.Learned, reader.Omitted(), reader.Undefined())
        {
            Cautions = reader.Cautions,
            CensoringLevel = reader.CensoringLevel,
            Weightless = reader.Weightless,
            OmittedRows = reader.Kept is { } kept ? checked((int)data.Rows.Count) - kept.Length : 0,
        };
    }

    /// <summary>The columns of the regression: numbers as they are, factors by indicators of all levels but the first,
    /// interactions as products.</summary>
    /// <remarks>Where no row is left out, a column that is a number in the data is the data's own memory: it is not copied, and must not be
    /// changed while the matrix is used.</remarks>
    public DesignMatrix Design() => DesignBuilder.Build(Formula.Text, TermList, Values.Variables, Response.Count);
}
