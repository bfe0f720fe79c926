using System.Collections.Immutable;

namespace SurvivalKit.Sources;

/// <summary>A regression's formula in SQL: response, columns, strata, offset, weights and clusters of the complete rows.</summary>
/// <remarks>One subquery computes what the formula uses, once a row: <c>b</c> start, <c>t</c> time, <c>d</c> event, <c>w</c> weight,
/// <c>o</c> offset, <c>v0 v1 ...</c> variables, <c>g0 g1 ...</c> clusters. Everything else is written in these names.</remarks>
internal sealed class SqlModel
{
    private readonly SqlVariable[] _variables;
    private readonly SqlConstants _constants;
    private readonly FormulaToSql _sql;
    private readonly CancellationToken _cancellation;
    private readonly SqlText _selected;

    /// <summary>Reads a formula over a table.</summary>
    /// <exception cref="FormulaException">It cannot be read, names no column, or cannot be computed in the database.</exception>
    public SqlModel(
        SqlRelation relation, SqlOptions options, SurvivalFormula formula, string? weights, string? cluster, CancellationToken cancellation)
    {
        formula.RequireTimes();
        _cancellation = cancellation;
        _constants = new SqlConstants(formula.Text, relation, options.MostCells, cancellation);
        _sql = new FormulaToSql(formula.Text, relation, _constants);
        Relation = relation;
        Formula = formula;
        Terms = formula.TermsOver(relation.Columns.Select(column => column.Name));
        _constants.FindNaN([.. formula.ResponseColumns(), .. Terms.Columns(), .. new[] { weights, cluster }.OfType<string>()]);
        IsCounting = formula.Times.Length == 2;
        HasWeights = weights is not null;
        HasOffset = !Terms.Offsets.IsEmpty;
        var reader = new SqlVariables(formula.Text, relation, _sql, _constants, cancellation);
        _variables = [.. Terms.Variables.Select((node, place) => reader.Read(node, Terms.Names[place], Alias('v', place)))];
        ImmutableArray<SqlText> clusters = ClustersOf(cluster);
        Clusters = clusters.Length;
        (SqlText Value, string Name)[] values =
        [
            (_sql.Number(formula.Times[^1]), "t"),
            (reader.Status(formula, Cautions), "d"),
            .. IsCounting ? [(_sql.Number(formula.Times[0]), "b")] : Array.Empty<(SqlText, string)>(),
            .. weights is null ? [] : new[] { (_sql.Number(new FormulaNode.Name(weights, 0)), "w") },
            .. HasOffset ? new[] { (SqlText.Join(" + ", Terms.Offsets.Select(_sql.Number)), "o") } : [],
            .. _variables.Select((variable, place) => (variable.Value, Alias('v', place).Text)),
            .. clusters.Select((value, place) => (value, Alias('g', place).Text)),
        ];
        _selected = SqlText.Join(", ", values.Select(value => SqlText.Of($"{value.Value} AS {SqlText.Raw(value.Name)}")));
        Complete = SqlText.Join(" AND ", values.Select(value => SqlText.Raw($"{value.Name} IS NOT NULL")));
        Kept = SqlText.Of(
            $"{Complete}{SqlText.Raw(IsCounting ? " AND b <> t" : "")}{SqlText.Raw(HasWeights ? " AND w <> 0" : "")}");
        DropUnusedLevels();
        Columns = [.. DesignPlan.Of(Terms, (variable, inFull) => Coded(variable, inFull).Select(column => column.Name))];
    }

    public SqlRelation Relation { get; }

    public SurvivalFormula Formula { get; }

    public TermList Terms { get; }

    /// <summary>Whether rows are at risk over (start, stop].</summary>
    public bool IsCounting { get; }

    public bool HasWeights { get; }

    public bool HasOffset { get; }

    /// <summary>How many values together name a cluster; 0: each row is its own.</summary>
    public int Clusters { get; }

    /// <summary>The subquery of what the formula uses, of all rows.</summary>
    public SqlText Base => BaseOf(Relation);

    /// <summary>Whether a row of it has all values.</summary>
    public SqlText Complete { get; }

    /// <summary>Whether a row of it is used.</summary>
    public SqlText Kept { get; }

    /// <summary>The columns of the regression.</summary>
    public ImmutableArray<DesignPlan.Column> Columns { get; }

    /// <summary>What to know of the data, a sentence each.</summary>
    public List<string> Cautions { get; } = [];

    /// <summary>The places of the levels of each strata(), in the order of the formula.</summary>
    public ImmutableArray<SqlText> StratumCodes => [.. Terms.Strata.Select(place => _variables[place].Code ?? Alias('v', place))];

    /// <summary>A number of double precision in the database's writing.</summary>
    public SqlText Literal(double value) => _sql.Literal(value);

    /// <summary>e to the power of an expression.</summary>
    public SqlText Exp(SqlText value) => _sql.Exponential(value);

    /// <summary>A statement over <see cref="Base"/> for each part of the table.</summary>
    public SqlText OfParts(Func<SqlText, SqlText> statement) => Relation.OfParts(part => statement(BaseOf(part)));

    /// <summary>Runs a statement.</summary>
    public SqlAnswer Run(SqlText statement) => Relation.Run(statement, _cancellation);

    /// <summary>A column of the regression in the names of <see cref="Base"/>.</summary>
    public SqlText Value(DesignPlan.Column column) =>
        SqlText.Join(" * ", column.Parts.Select(part => Coded(part.Variable, part.InFull)[part.Place].Value));

    /// <summary>The names of strata, from the codes that occur.</summary>
    /// <param name="codes">For each strata() the code of each stratum.</param>
    /// <returns>The place of each in the order of the strata, and the names in this order.</returns>
    public FormulaValue.Levels Strata(IReadOnlyList<int[]> codes) => Combination.Cross(
        [.. Terms.Strata.Select((place, i) => _variables[place].Levels! with { Codes = codes[i] })], [.. Terms.Strata.Select(_ => "")]);

    /// <summary>The terms and what they took from the data, to code new data alike.</summary>
    /// <param name="strata">The names of the strata.</param>
    public ModelTermsRecord Learned(ImmutableArray<string> strata) => new(
        Formula.Text,
        Terms.DotColumns,
        _variables.Zip(Terms.Names).Where(pair => pair.First.Levels is not null).ToDictionary(
            pair => pair.Second,
            pair => new FactorCoding(pair.First.Levels!.Names, pair.First.Levels.Reference, pair.First.Levels.IsOrdered)),
        strata,
        _constants.Learned.Levels,
        _constants.Learned.Bases,
        _constants.Learned.Numbers is { Count: > 0 } numbers ? numbers : null);

    private static SqlText Alias(char letter, int place) => SqlText.Raw(FormattableString.Invariant($"{letter}{place}"));

    private SqlText BaseOf(SqlRelation relation) => SqlText.Of($"(SELECT {_selected}{relation.Rows}) AS base");

    private ImmutableArray<SqlText> ClustersOf(string? cluster)
    {
        IEnumerable<FormulaNode> nodes = Terms.Clusters.SelectMany(call => call.Arguments.Select(argument => argument.Value));
        var leaves = new SqlLeaves(Formula.Text, Relation, _sql, _constants);
        foreach (FormulaNode node in cluster is null ? nodes : nodes.Append(new FormulaNode.Name(cluster, 0)))
        {
            leaves.Add(node);
        }

        return [.. leaves.All.Select(leaf => leaf.Value)];
    }

    private List<(string Name, SqlText Value)> Coded(int place, bool inFull)
    {
        SqlVariable variable = _variables[place];
        string name = Terms.Names[place];
        SqlText alias = variable.Code ?? Alias('v', place);
        return variable.Levels is { } levels
            ? [.. LevelCoding.Columns(Formula.Text, Terms, place, levels, inFull)
                .Select(column => (column.Name, OfLevel(alias, column.OfLevel)))]
            : variable.Columns.IsEmpty
            ? [(name, alias)]
            : [.. variable.Columns.Select((value, i) => (name + variable.Suffixes[i], value))];
    }

    private SqlText OfLevel(SqlText code, double[] ofLevel)
    {
        IEnumerable<SqlText> cases = ofLevel.Select((value, level) => (value, level)).Where(pair => pair.value != 0)
            .Select(pair => SqlText.Of($"WHEN {pair.level} THEN {Literal(pair.value)}"));
        return SqlText.Of($"(CASE {code} {SqlText.Join(" ", cases)} ELSE {Literal(0)} END)");
    }

    // The levels of a text are those of the rows that are used; a factor keeps all of its own.
    private void DropUnusedLevels()
    {
        for (int place = 0; place < _variables.Length; place++)
        {
            if (_variables[place].Levels is not { IsText: true } levels)
            {
                continue;
            }

            SqlAnswer used = Run(OfParts(rows => SqlText.Of(
                $"SELECT {Alias('v', place)} AS v FROM {rows} WHERE {Kept} GROUP BY {Alias('v', place)}")));
            int[] kept = [.. used.Numbers(0).Select(value => (int)value).Distinct().Order()];
            if (kept.Length < levels.Names.Length)
            {
                IEnumerable<SqlText> cases = kept.Select((old, level) => SqlText.Of($"WHEN {old} THEN {level}"));
                _variables[place] = _variables[place] with
                {
                    Code = kept.Length == 0 ? null : SqlText.Of($"(CASE {Alias('v', place)} {SqlText.Join(" ", cases)} END)"),
                    Levels = levels with
                    {
                        Codes = [.. Enumerable.Range(0, kept.Length)],
                        Names = [.. kept.Select(old => levels.Names[old])],
                    },
                };
            }
        }
    }
}
