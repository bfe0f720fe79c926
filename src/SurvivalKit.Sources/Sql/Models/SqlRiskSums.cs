using System.Collections.Immutable;

namespace SurvivalKit.Sources;

/// <summary>The rows of a model in a database, summed by time (<see cref="ISummedRows"/>): one statement a pass, or where there are more
/// times than may leave the database at once, one for each range of time.</summary>
internal sealed class SqlRiskSums : ISummedRows
{
    private readonly SqlModel _model;
    private readonly SqlOptions _options;
    private readonly SqlSummary _summary;
    private readonly SqlPasses _passes;
    private readonly bool _joinNearTies;
    private readonly int _width;
    private SqlRange[] _ranges = [SqlRange.All];
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
        _passes = new SqlPasses(model, Centre, Scale, OffsetMeans.Weighted);
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

    public IEnumerable<ImmutableArray<SummedRisks>> At(double[] coefficients)
    {
        Begin();
        double[] given = [.. coefficients];
        return _ranges.Length > 1 ? _ranges.Reverse().Select(range => Risks(given, range))
            : given.AsSpan().ContainsAnyExcept(0.0) ? [Risks(given, SqlRange.All)]
            : [_atZero];
    }

    public bool IsMonotone(ReadOnlySpan<double> direction)
    {
        Begin();
        int codes = _model.StratumCodes.Length;
        double[] along = direction.ToArray();
        var mostLater = new Dictionary<string, double>(StringComparer.Ordinal);
        return _ranges.Reverse().All(range => IsMonotone(Checked(_model.Run(_passes.Extremes(along, range))), codes, mostLater));
    }

    public (double[] Sums, double[,] Squares, double WeightSquares) Scores(
        ReadOnlySpan<double> coefficients, ImmutableArray<SummedSteps> steps)
    {
        Begin();
        double[] beta = coefficients.ToArray();
        var scores = new SqlScores(_model, _passes, _summary, _places!, steps);
        var sums = new ScoreSums(Names.Length);
        foreach (SqlRange ends in _ranges)
        {
            foreach (SqlRange starts in _model.IsCounting ? _ranges.Where(range => range.After < ends.UpTo) : [SqlRange.All])
            {
                SqlAnswer cells = Within(_cells, ends)!;
                SqlAnswer? entryCells = Within(_entryCells, starts);
                SqlText Statement(SqlText rows) => scores.Statement(rows, beta, cells, entryCells, ends, starts);
                if (cells.Rows == 0 || entryCells?.Rows == 0)
                {
                    continue;
                }

                // A cluster may have rows in several parts.
                if (_model.Clusters == 0)
                {
                    sums.AddSquares(_model.Run(_model.OfParts(rows => SqlScores.Squares(Statement(rows), Names.Length))));
                }
                else if (_ranges.Length == 1)
                {
                    sums.AddSquares(_model.Run(SqlScores.Squares(scores.ByCluster(Statement(_model.Base)), Names.Length)));
                }
                else
                {
                    sums.AddClusters(Checked(_model.Run(scores.ByCluster(Statement(_model.Base)))), _model.Clusters);
                }
            }
        }

        return sums.Total();
    }

    // The events of each time against the largest of those that end then or later. With late entry this asks for more than is needed.
    private static bool IsMonotone(SqlAnswer answer, int codes, Dictionary<string, double> mostLater)
    {
        const double Rounding = 1e-9;
        return Enumerable.Range(0, answer.Rows).GroupBy(row => SqlSummary.Key(answer, codes, row)).All(stratum =>
        {
            double most = mostLater.GetValueOrDefault(stratum.Key, double.NegativeInfinity);
            return stratum.GroupBy(row => answer.Numbers(codes)[row]).OrderByDescending(time => time.Key).All(time =>
            {
                most = mostLater[stratum.Key] = Math.Max(most, time.Max(row => answer.Numbers(codes + 1)[row]));
                return !time.Any(row => answer.Numbers(codes + 2)[row] < most - Rounding);
            });
        });
    }

    // The pass at coefficients of 0 tells the numbers and weights too.
    private void Begin()
    {
        if (_places is not null)
        {
            return;
        }

        double[] zero = new double[Names.Length];
        string[] sums = [.. _passes.RiskSums(), .. _passes.CountSums()];
        SqlAnswer ended = Ask(zero, "t", SqlRange.All, sums);
        SqlAnswer? entered = _model.IsCounting && IsFew(ended) ? Ask(zero, "b", SqlRange.All, sums) : null;
        int before = _width;
        if (!IsFew(ended) || (entered is not null && !IsFew(entered)))
        {
            (ended, entered) = BeginByRanges();
            before = 0;
        }
        else
        {
            Checked(ended);
            _ = entered is null ? null : Checked(entered);
        }

        int codes = _model.StratumCodes.Length;
        _places = new SummedPlaces(ended, entered, codes, _summary, _joinNearTies);
        (_cells, _entryCells) = (ended.First(codes + 2), entered?.First(codes + 1));
        if (_ranges.Length == 1)
        {
            _atZero = _places.Risks(ended, entered, _width, SqlRange.All);
        }
        else
        {
            _ranges = SqlRange.Between([.. _ranges[..^1].Select(range => _places.LastOf(range.UpTo))]);
        }

        // The risks are relative to the mean offset.
        Strata = [.. _places.Strata(ended, entered, before, this, _summary).Select(stratum => stratum with
        {
            EventOffset = stratum.EventOffset - (OffsetMeans.Weighted * stratum.EventWeight.Sum()),
        })];
    }

    // Numbers and weights alone: the sums of risks are asked for range by range, and held for one range at a time.
    private (SqlAnswer Ended, SqlAnswer? Entered) BeginByRanges()
    {
        var ranges = new SqlRanges(statement => _model.Run(statement), _passes.Cells(), _model.Literal, _options.MostCells, time => TooMany(
            FormattableString.Invariant($"at the time {time} there are")));
        _ranges = SqlRange.Between(ranges.Edges());
        SqlAnswer All(string time) => SqlAnswer.Concat(
            [.. _ranges.Select(range => Checked(Ask(new double[Names.Length], time, range, _passes.CountSums())))]);
        return (All("t"), _model.IsCounting ? All("b") : null);
    }

    private ImmutableArray<SummedRisks> Risks(double[] coefficients, SqlRange range) => _places!.Risks(
        Checked(Ask(coefficients, "t", range, _passes.RiskSums())),
        _model.IsCounting ? Checked(Ask(coefficients, "b", range, _passes.RiskSums())) : null,
        _width,
        range);

    private SqlAnswer Ask(double[] coefficients, string time, SqlRange range, IEnumerable<string> sums) => _model.Run(SqlText.Of(
        $"{_passes.Sums(coefficients, time, range, sums)}{_model.Relation.Limit(_options.MostCells + 1)}"));

    private SqlAnswer? Within(SqlAnswer? cells, SqlRange range)
    {
        int time = _model.StratumCodes.Length;
        return range == SqlRange.All ? cells : cells?.Where(row => range.Contains(cells.Numbers(time)[row]));
    }

    private bool IsFew(SqlAnswer answer) => answer.Rows <= _options.MostCells;

    private SqlAnswer Checked(SqlAnswer answer)
    {
        if (!IsFew(answer))
        {
            throw TooMany("there are");
        }

        int places = answer.Names.ToList().IndexOf("n");
        return answer.Rows > 0 && places >= 0 && answer.Numbers(places).Min() < _options.SmallestCell
            ? throw SurvivalDataException.AtFile(_model.Relation.Name, FormattableString.Invariant(
                $"a time has {NumberText.Count((long)answer.Numbers(places).Min(), "row")}, and sums of fewer than {_options.SmallestCell} may not leave the database; coarser times or fewer strata were expected."))
            : answer;
    }

    private SurvivalDataException TooMany(string where) => SurvivalDataException.AtFile(_model.Relation.Name, FormattableString.Invariant(
        $"{where} more than {_options.MostCells} different cells, the most that may leave the database; fewer strata or clusters, or a larger limit, were expected."));
}
