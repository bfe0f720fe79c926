using System.Collections.Immutable;

namespace SurvivalKit.Sources;

/// <summary>The rows of a model in a database, summed by time: one statement a pass (<see cref="ISummedRows"/>).</summary>
internal sealed class SqlRiskSums : ISummedRows
{
    private readonly SqlModel _model;
    private readonly SqlOptions _options;
    private readonly SqlSummary _summary;
    private readonly bool _joinNearTies;
    private readonly int _width;
    private SqlAnswer? _cells;
    private SqlAnswer? _entryCells;
    private SummedPlaces? _places;
    private ImmutableArray<SummedRisks> _atZero;

    public SqlRiskSums(SqlModel model, SqlSummary summary, SqlOptions options, bool joinNearTies)
    {
        _model = model;
        _options = options;
        _summary = summary;
        _joinNearTies = joinNearTies;
        int p = model.Columns.Length;
        _width = SummedRisks.Width(p);
        Names = [.. model.Columns.Select(column => column.Name)];
        Terms = [.. model.Columns.Select(column => column.Term)];
        double rows = summary.Rows.Sum();
        double weight = summary.Weight.Sum();
        Centre = [.. Enumerable.Range(0, p).Select(j => summary.WeightedSums[j].Sum() / weight)];
        Scale = [.. Enumerable.Range(0, p).Select(j => summary.Most[j] > summary.Least[j] ? summary.Most[j] - summary.Least[j] : 1)];
        Means = [.. Enumerable.Range(0, p).Select(j => summary.AreIndicators[j] ? 0
            : model.IsCounting ? summary.Sums[j].Sum() / rows : Centre[j])];
        OffsetMeans = model.HasOffset ? summary.Offsets : (0, 0);
    }

    public ImmutableArray<string> Names { get; }

    public ImmutableArray<string> Terms { get; }

    public double[] Centre { get; }

    public double[] Scale { get; }

    public double[] Means { get; }

    public (double Plain, double Weighted) OffsetMeans { get; }

    public ImmutableArray<SummedStratum> Strata
    {
        get
        {
            Begin();
            return field;
        }

        private set;
    }

    public ImmutableArray<SummedRisks> At(ReadOnlySpan<double> coefficients)
    {
        Begin();
        return coefficients.ContainsAnyExcept(0.0) ? Pass(coefficients.ToArray()) : _atZero;
    }

    public bool IsMonotone(ReadOnlySpan<double> direction)
    {
        SqlText value = SqlText.Join(" + ", direction.ToArray().Select((part, j) => (part, j)).Where(pair => pair.part != 0)
            .Select(pair => SqlText.Of($"{_model.Literal(pair.part)} * x{pair.j}")));
        SqlText Values(SqlText rows) => SqlText.Of($"(SELECT {Codes()}t, d, {value} AS v FROM {Design(rows)}) AS r");
        SqlAnswer answer = _model.Run(_model.OfParts(rows => SqlText.Of(
            $"SELECT {Codes()}t, MAX(v) AS most, MIN(CASE WHEN d = 1 THEN v END) AS least FROM {Values(rows)} GROUP BY {Codes()}t")));
        int codes = _model.StratumCodes.Length;
        const double Rounding = 1e-9;
        return Enumerable.Range(0, answer.Rows).GroupBy(row => SqlSummary.Key(answer, codes, row)).All(stratum =>
        {
            // With late entry this asks for more than is needed.
            double most = double.NegativeInfinity;
            return stratum.GroupBy(row => answer.Numbers(codes)[row]).OrderByDescending(time => time.Key).All(time =>
            {
                most = Math.Max(most, time.Max(row => answer.Numbers(codes + 1)[row]));
                return !time.Any(row => answer.Numbers(codes + 2)[row] < most - Rounding);
            });
        });
    }

    public (double[] Sums, double[,] Squares, double WeightSquares) Scores(
        ReadOnlySpan<double> coefficients, ImmutableArray<SummedSteps> steps)
    {
        Begin();
        double[] beta = coefficients.ToArray();
        var scores = new SqlScores(_model, _summary, _places!, steps);
        SqlText Statement(SqlText rows) => scores.Statement(Design(rows), Risk(beta), _cells!, _entryCells);

        // A cluster may have rows in several parts.
        SqlAnswer answer = _model.Run(_model.Clusters == 0 ? _model.OfParts(Statement) : Statement(_model.Base));
        double Sum(int column) => answer.Numbers(column).Where(value => !double.IsNaN(value)).Sum();
        int p = Names.Length;
        var squares = new double[p, p];
        for (int j = 0, at = p; j < p; j++)
        {
            for (int k = 0; k <= j; k++)
            {
                squares[j, k] = Sum(at++);
            }
        }

        return ([.. Enumerable.Range(0, p).Select(Sum)], squares, Sum(answer.Columns.Count - 1));
    }

    // The pass at coefficients of 0 tells the numbers and weights too.
    private void Begin()
    {
        if (_places is not null)
        {
            return;
        }

        int p = Names.Length;
        SqlAnswer ended = Ask(new double[p], "t", withCounts: true);
        SqlAnswer? entered = _model.IsCounting ? Ask(new double[p], "b", withCounts: true) : null;
        (_cells, _entryCells) = (ended, entered);
        _places = new SummedPlaces(ended, entered, _model.StratumCodes.Length, _summary, _joinNearTies);
        _atZero = _places.Risks(ended, entered, _width);

        // The risks are relative to the mean offset.
        Strata = [.. _places.Strata(ended, entered, _width, this, _summary).Select(stratum => stratum with
        {
            EventOffset = stratum.EventOffset - (OffsetMeans.Weighted * stratum.EventWeight.Sum()),
        })];
    }

    private ImmutableArray<SummedRisks> Pass(double[] coefficients) => _places!.Risks(
        Ask(coefficients, "t", withCounts: false), _model.IsCounting ? Ask(coefficients, "b", withCounts: false) : null, _width);

    /// <summary>Sums by stratum, time and event, or by stratum and start.</summary>
    private SqlAnswer Ask(double[] coefficients, string time, bool withCounts)
    {
        bool isEnd = time == "t";
        string by = isEnd ? "t, d" : "b";
        SqlText columns = SqlText.Join("", Enumerable.Range(0, Names.Length).Select(j => SqlText.Of($", x{j}")));
        SqlText products = SqlText.Join("", Enumerable.Range(0, Names.Length).Select(j => SqlText.Of($", r * x{j} AS y{j}")));
        SqlText given = SqlText.Of($"{Codes()}{SqlText.Raw(by)}{SqlText.Raw(_model.HasWeights ? ", w" : "")}");
        SqlText Risks(SqlText rows) => SqlText.Of(
            $"SELECT {given}{columns}, {Risk(coefficients)} AS r FROM {Design(rows)}");
        SqlText Inner(SqlText rows) => SqlText.Of(
            $"SELECT {given}, r{columns}{products} FROM ({Risks(rows)}) AS risks");
        SqlText group = SqlText.Of($"{Codes()}{SqlText.Raw(by)}");
        SqlText sums = SqlText.Join(", ", Sums(withCounts).Select((sum, i) => SqlText.Of($"{SqlText.Raw(sum)} AS a{i}")));
        SqlText statement = _model.OfParts(rows => SqlText.Of(
            $"SELECT {group}, COUNT(*) AS n, {sums} FROM ({Inner(rows)}) AS r GROUP BY {group}"));
        return Checked(_model.Run(SqlText.Of($"{statement}{_model.Relation.Limit(_options.MostCells + 1)}")));
    }

    private SqlText Risk(double[] coefficients)
    {
        IEnumerable<SqlText> parts = coefficients.Select((value, j) => (value, j)).Where(pair => pair.value != 0)
            .Select(pair => SqlText.Of($"{_model.Literal(pair.value)} * x{pair.j}"));
        SqlText[] all = [.. _model.HasOffset ? parts.Append(SqlText.Of($"(o - {_model.Literal(OffsetMeans.Weighted)})")) : parts];
        SqlText weight = _model.HasWeights ? SqlText.Raw("w") : _model.Literal(1);
        return all.Length == 0 ? weight
            : _model.HasWeights ? SqlText.Of($"w * {_model.Exp(SqlText.Join(" + ", all))}")
            : _model.Exp(SqlText.Join(" + ", all));
    }

    private IEnumerable<string> Sums(bool withCounts)
    {
        int p = Names.Length;
        IEnumerable<string> sums = Enumerable.Range(0, p).SelectMany(j => Enumerable.Range(0, j + 1)
            .Select(k => FormattableString.Invariant($"SUM(y{j} * x{k})")));
        sums = Enumerable.Range(0, p).Select(j => FormattableString.Invariant($"SUM(y{j})")).Prepend("SUM(r)").Concat(sums);
        string w = _model.HasWeights ? "w * " : "";
        return withCounts
            ? sums.Append(_model.HasWeights ? "SUM(w)" : "COUNT(*)")
                .Concat(Enumerable.Range(0, p).Select(j => FormattableString.Invariant($"SUM({w}x{j})")))
            : sums;
    }

    // The columns, centred and scaled.
    private SqlText Design(SqlText rows)
    {
        SqlText columns = SqlText.Join("", _model.Columns.Select((column, j) => SqlText.Of(
            $", ({_model.Value(column)} - {_model.Literal(Centre[j])}) / {_model.Literal(Scale[j])} AS x{j}")));
        string others = (_model.IsCounting ? ", b" : "") + (_model.HasWeights ? ", w" : "") + (_model.HasOffset ? ", o" : "");
        SqlText codes = SqlText.Join("", _model.StratumCodes.Select((code, i) => SqlText.Of($"{code} AS s{i}, ")));
        others += string.Concat(Enumerable.Range(0, _model.Clusters).Select(i => FormattableString.Invariant($", g{i}")));
        return SqlText.Of($"(SELECT {codes}t, d{SqlText.Raw(others)}{columns} FROM {rows} WHERE {_model.Kept}) AS design");
    }

    private SqlText Codes() => SqlText.Join(
        "", Enumerable.Range(0, _model.StratumCodes.Length).Select(i => SqlText.Of($"s{i}, ")));

    private SqlAnswer Checked(SqlAnswer answer)
    {
        int places = answer.Names.ToList().IndexOf("n");
        return answer.Rows > _options.MostCells
            ? throw SurvivalDataException.AtFile(_model.Relation.Name, FormattableString.Invariant(
                $"there are more than {_options.MostCells} different times, the most that may leave the database; coarser times, as whole days, or a larger limit were expected."))
            : answer.Rows > 0 && answer.Numbers(places).Min() < _options.SmallestCell
            ? throw SurvivalDataException.AtFile(_model.Relation.Name, FormattableString.Invariant(
                $"a time has {NumberText.Count((long)answer.Numbers(places).Min(), "row")}, and sums of fewer than {_options.SmallestCell} may not leave the database; coarser times or fewer strata were expected."))
            : answer;
    }
}
