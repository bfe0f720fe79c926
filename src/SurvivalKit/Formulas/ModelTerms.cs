using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>The terms of a fitted model and what they took from its data: levels, knots, the constants of polynomials. Codes
/// new data the same way.</summary>
/// <remarks>Immutable, and independent of the frame that the model was fitted to. What R keeps as <c>terms</c> with <c>predvars</c>
/// and <c>xlevels</c>.</remarks>
/// <example><code>
/// ModelFrame frame = ModelFrame.Build(lung, "Surv(time, status) ~ ns(age, df = 3) + factor(ph.ecog) + strata(sex)");
/// ModelTerms terms = ModelTerms.Learn(frame);
///
/// CodedData coded = terms.Code(newPatients);                   // the columns of frame.Design(), for other rows
/// ReadOnlySpan&lt;double&gt; first = coded.Design.Column(0);         // coded.Rows says which of the new rows they are
/// CodedData observed = terms.Code(others, withResponse: true); // observed.Response, for expected events
///
/// string json = JsonSerializer.Serialize(terms.ToRecord());
/// ModelTerms again = ModelTerms.Learn(JsonSerializer.Deserialize&lt;ModelTermsRecord&gt;(json)!);
/// </code></example>
internal sealed class ModelTerms
{
    private readonly SurvivalFormula _formula;
    private readonly TermList _terms;
    private readonly Dictionary<string, FactorCoding> _factors;
    private readonly FittedConstants _constants;

    private ModelTerms(
        SurvivalFormula formula,
        TermList terms,
        Dictionary<string, FactorCoding> factors,
        ImmutableArray<string> strataNames,
        FittedConstants constants)
    {
        _formula = formula;
        _terms = terms;
        _factors = factors;
        _constants = constants;
        StrataNames = strataNames;
    }

    /// <summary>The formula as it was given.</summary>
    public string Formula => _formula.Text;

    /// <summary>The names of the strata, in the order of their codes: <c>sex=1, ph.ecog=0</c>; empty where there are none.</summary>
    public ImmutableArray<string> StrataNames { get; }

    /// <summary>Stores the terms of a model that is fitted to this frame.</summary>
    public static ModelTerms Learn(ModelFrame frame)
    {
        TermList terms = frame.TermList;
        var factors = new Dictionary<string, FactorCoding>(StringComparer.Ordinal);
        foreach (int variable in NeededVariables(terms, withStrata: true))
        {
            switch (frame.Values.Variables[variable])
            {
                case FormulaValue.Levels levels:
                    factors[terms.Names[variable]] = new FactorCoding(levels.Names, levels.Reference, levels.IsOrdered);
                    break;
                case FormulaValue.Logicals:
                    factors[terms.Names[variable]] = new FactorCoding(["FALSE", "TRUE"], 0);
                    break;
            }
        }

        return new ModelTerms(frame.Formula, terms, factors, frame.Values.StrataNames, frame.Learned ?? new FittedConstants());
    }

    /// <summary>The terms of a model that was saved.</summary>
    /// <exception cref="FormulaException">The record's formula cannot be read.</exception>
    public static ModelTerms Learn(ModelTermsRecord record)
    {
        SurvivalFormula formula = SurvivalFormula.Parse(record.Formula);
        return new ModelTerms(
            formula, formula.TermsOver(record.DotColumns), record.Factors, record.StrataNames, new FittedConstants
            {
                Levels = record.InnerLevels,
                Bases = record.Bases,
                Numbers = record.Numbers ?? [],
            });
    }

    /// <summary>The terms as plain data, to be saved.</summary>
    public ModelTermsRecord ToRecord() => new(
        Formula,
        _terms.DotColumns,
        _factors,
        StrataNames,
        _constants.Levels,
        _constants.Bases,
        _constants.Numbers is { Count: > 0 } numbers ? numbers : null);

    /// <summary>Whether data have all columns that the response names, so that <see cref="Code"/> can read it.</summary>
    public bool HasResponse(DataFrame data) => _formula.ResponseColumns().All(name => data.Columns.IndexOf(name) >= 0);

    /// <summary>Whether a column stands in a term that is not removed, or in the strata or the offset.</summary>
    public bool Uses(string column) =>
        NeededVariables(_terms, withStrata: true).SelectMany(place => _terms.Variables[place].Columns())
            .Concat(_terms.Offsets.SelectMany(offset => offset.Columns())).Contains(column);

    /// <summary>The terms that have coefficients, in the order of their columns.</summary>
    public ImmutableArray<CodedTerm> CodedTerms() =>
    [
        .. _terms.Terms.Where(term => term is not [var only] || !_terms.IsStrata(only))
            .Select(term => new CodedTerm(_terms.Label(term), [.. term.Select(variable => new CodedTerm.Variable(
                _terms.Names[variable],
                CodedTerm.ColumnOf(_terms.Variables[variable]),
                _factors.GetValueOrDefault(_terms.Names[variable]),
                !DesignPlan.HasMargin(_terms, term, variable),
                _terms.Variables[variable] is FormulaNode.Call call && TermBases.Parameters.ContainsKey(call.Function)))])),
    ];

    /// <summary>A formula for each variable that is a term: this variable alone, with the strata, offset and clusters of all.</summary>
    public ImmutableArray<string> UnivariateFormulas()
    {
        string[] response =
        [
            .. _formula.Times.Select(time => time.ToString()),
            .. _formula.Status is { } status ? [status.ToString()] : Array.Empty<string>(),
            .. _formula.IsInterval ? ["type = \"interval2\""] : Array.Empty<string>(),
        ];
        string[] kept =
        [
            .. _terms.Strata.Select(place => _terms.Names[place]),
            .. _terms.Offsets.Select(offset => $"offset({offset})"),
            .. _terms.Clusters.Select(cluster => cluster.ToString()),
        ];
        return
        [
            .. _terms.MainEffects.Where(variable => !_terms.IsStrata(variable)).Select(variable => string.Join(
                " + ", [$"Surv({string.Join(", ", response)}) ~ {_terms.Names[variable]}", .. kept])),
        ];
    }

    /// <summary>Whether data have all columns that the strata name.</summary>
    public bool HasStrata(DataFrame data) =>
        _terms.Strata.SelectMany(place => _terms.Variables[place].Columns()).All(name => data.Columns.IndexOf(name) >= 0);

    /// <summary>Codes new data by the columns of the fit.</summary>
    /// <param name="newData">The data; only the columns that the terms need are required.</param>
    /// <param name="withStrata">Whether strata are needed; without them the columns of <c>strata()</c> may be missing, unless an
    /// interaction uses them.</param>
    /// <param name="withResponse">Whether the response is read.</param>
    /// <returns>The complete rows, which may be none. A column that is a number may be the frame's own memory, as in
    /// <see cref="ModelFrame.Design"/>.</returns>
    /// <exception cref="FormulaException">A column is missing; the message names it.</exception>
    /// <exception cref="SurvivalDataException">A level is unknown to the fit (the message names its row and column); or a value cannot be
    /// used.</exception>
    public CodedData Code(DataFrame newData, bool withStrata = true, bool withResponse = false)
    {
        ArgumentNullException.ThrowIfNull(newData);
        int rows = checked((int)newData.Rows.Count);
        string? source = SurvivalData.SourceOf(newData);
        var evaluator = new FormulaEvaluator(Formula, newData, _constants);
        var choice = new RowChoice(rows);
        var values = new FormulaValue[_terms.Variables.Length];
        foreach (int variable in NeededVariables(_terms, withStrata))
        {
            values[variable] = Coded(variable, evaluator.Variable(_terms.Variables[variable], _terms.Names[variable]), source);
            choice.Require(values[variable]);
        }

        var offset = new OffsetReader(_terms.Offsets, evaluator, source);
        offset.Require(choice);
        ResponseReader? response = withResponse ? new ResponseReader(_formula, evaluator, source) : null;
        response?.Require(choice);

        int[]? kept = choice.Kept();
        for (int variable = 0; variable < values.Length; variable++)
        {
            values[variable] = RowCut.Keep(values[variable], kept);
            if (values[variable] is FormulaValue.Numbers numbers)
            {
                RowCut.CheckFinite(numbers.Values.Span, kept, _terms.Names[variable], source);
            }
        }

        ImmutableArray<FormulaValue> cut = ImmutableCollectionsMarshal.AsImmutableArray(values);
        int count = kept?.Length ?? rows;
        return new CodedData(
            DesignBuilder.Build(Formula, _terms, cut, count),
            offset.Read(kept),
            withStrata && StrataNames.Length > 0 ? Strata(cut, source, kept) : [],
            response?.Read(kept),
            kept is null ? [.. Enumerable.Range(0, rows)] : ImmutableCollectionsMarshal.AsImmutableArray(kept),
            rows - count);
    }

    // A variable that `-` removed from every term leaves out no rows here and may be missing from the data.
    private static IEnumerable<int> NeededVariables(TermList terms, bool withStrata) => terms.Terms
        .Where(term => term is not [var only] || !terms.IsStrata(only))
        .SelectMany(term => term)
        .Concat(withStrata ? terms.Strata : [])
        .Distinct();

    private FormulaValue Coded(int variable, FormulaValue value, string? source)
    {
        FormulaNode node = _terms.Variables[variable];
        string name = _terms.Names[variable];
        if (_factors.TryGetValue(name, out FactorCoding? coding))
        {
            return LevelRecoding.Recode(value.AsLevels(), coding.Levels, node, source) with
            {
                Reference = coding.Reference,
                IsOrdered = coding.IsOrdered,
            };
        }

        return value is FormulaValue.Levels or FormulaValue.Logicals
            ? throw SurvivalDataException.AtColumn(
                source, name,
                $"{(value is FormulaValue.Levels ? "text" : "TRUE and FALSE")} was found where numbers were expected, as in the data that the model was fitted to.")
            : value;
    }

    private int[] Strata(ImmutableArray<FormulaValue> values, string? source, int[]? kept) =>
        LevelRecoding.Recode(CombinedColumns.Strata(_terms, values)!, StrataNames, _terms.Variables[_terms.Strata[0]], source, kept).Codes;
}
