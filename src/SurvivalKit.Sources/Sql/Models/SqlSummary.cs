using System.Collections.Immutable;

namespace SurvivalKit.Sources;

/// <summary>What one pass tells of the rows of a model before any coefficient: strata, numbers, means and ranges of the columns.</summary>
internal sealed class SqlSummary
{
    /// <summary>Asks the database.</summary>
    /// <exception cref="SurvivalDataException">No row is complete, or a value cannot be used.</exception>
    public SqlSummary(SqlModel model)
    {
        SqlText[] columns = [.. model.Columns.Select(model.Value)];
        int codes = model.StratumCodes.Length;
        SqlText strata = SqlText.Join("", model.StratumCodes.Select((code, i) => SqlText.Of($"{code} AS s{i}, ")));
        var others = SqlText.Raw((model.IsCounting ? ", b" : "") + (model.HasWeights ? ", w" : "") + (model.HasOffset ? ", o" : ""));
        SqlText Inner(SqlText rows) => SqlText.Of(
            $"SELECT {strata}t, d{others}{SqlText.Join("", columns.Select((column, j) => SqlText.Of($", {column} AS x{j}")))} FROM {rows} WHERE {model.Kept}");
        string w = model.HasWeights ? "w" : "1";
        string[] sums =
        [
            "COUNT(*)", model.HasWeights ? "SUM(w)" : "0", "SUM(d)", "MIN(t)", "MAX(t)",
            model.IsCounting ? "SUM(CASE WHEN b > t THEN 1 ELSE 0 END)" : "0",
            model.HasWeights ? "MIN(w)" : "1",
            model.HasOffset ? "SUM(o)" : "0",
            model.HasOffset ? $"SUM({w} * o)" : "0",
            model.HasOffset ? $"SUM(CASE WHEN d = 1 THEN {w} * o ELSE 0 END)" : "0",
            model.HasWeights ? "SUM(CASE WHEN w = FLOOR(w) THEN 0 ELSE 1 END)" : "0",
            .. columns.SelectMany((_, j) => new[]
            {
                FormattableString.Invariant($"SUM(x{j})"),
                model.HasWeights ? FormattableString.Invariant($"SUM(w * x{j})") : "0",
                FormattableString.Invariant($"MIN(x{j})"), FormattableString.Invariant($"MAX(x{j})"),
                FormattableString.Invariant($"SUM(CASE WHEN x{j} = 0 OR x{j} = 1 OR x{j} = -1 THEN 0 ELSE 1 END)"),
            }),
        ];
        SqlText strataNames = SqlText.Join(", ", Enumerable.Range(0, codes).Select(i => SqlText.Of($"s{i}")));
        SqlText selected = SqlText.Join(", ", sums.Select((sum, i) => SqlText.Of($"{SqlText.Raw(sum)} AS a{i}")));
        SqlAnswer answer = model.Run(model.OfParts(rows => codes == 0
            ? SqlText.Of($"SELECT {selected} FROM ({Inner(rows)}) AS r")
            : SqlText.Of($"SELECT {strataNames}, {selected} FROM ({Inner(rows)}) AS r GROUP BY {strataNames}")));
        SqlAnswer all = model.Run(model.OfParts(rows => SqlText.Of(
            $"SELECT COUNT(*) AS n, {LeftOut(model, model.HasWeights, "w = 0")} AS z, {LeftOut(model, model.IsCounting, "b = t")} AS e FROM {rows}")));
        Total = Known(all.Numbers(0)).Sum();
        Weightless = (int)Known(all.Numbers(1)).Sum();
        double withoutLength = Known(all.Numbers(2)).Sum();
        if (withoutLength > 0)
        {
            SurvNames names = model.Formula.ResponseNames;
            string intervals = withoutLength == 1 ? "interval has" : "intervals have";
            model.Cautions.Add(FormattableString.Invariant(
                $"{withoutLength} {intervals} no length, {names.Start} and {names.Time} being equal, and {(withoutLength == 1 ? "counts" : "count")} as missing."));
        }

        if (answer.Rows == 0 || answer.Numbers(codes).Sum() == 0)
        {
            throw new SurvivalDataException(FormattableString.Invariant(
                $"None of the {Total} rows has all the values that {model.Formula} uses; at least one complete row was expected."));
        }

        Order(model, answer, codes);
        double[] Sum(int place) => OfStrata(answer.Numbers(codes + place), (sum, value) => sum + value, 0);
        double Least1(int place) => Known(answer.Numbers(codes + place)).Min();
        double Most1(int place) => Known(answer.Numbers(codes + place)).Max();
        Rows = Sum(0);
        Weight = model.HasWeights ? Sum(1) : Rows;
        EventOffsets = Sum(9);
        Events = Sum(2).Sum();
        HasFractionalWeights = Sum(10).Sum() > 0;
        Offsets = (Sum(7).Sum() / Rows.Sum(), Sum(8).Sum() / Weight.Sum());
        Sums = [.. columns.Select((_, j) => Sum(11 + (5 * j)))];
        WeightedSums = model.HasWeights ? [.. columns.Select((_, j) => Sum(12 + (5 * j)))] : Sums;
        Least = [.. columns.Select((_, j) => Least1(13 + (5 * j)))];
        Most = [.. columns.Select((_, j) => Most1(14 + (5 * j)))];
        AreIndicators = [.. columns.Select((_, j) => Sum(15 + (5 * j)).Sum() == 0)];
        Check(model, Least1(3), Most1(4), Sum(5).Sum(), Least1(6));
    }

    // The stratum of each row of the answer; where the table has parts a stratum has a row in each.
    private int[] _strata = [];
    private int _count;

    /// <summary>The number of all rows, complete or not.</summary>
    public double Total { get; }

    /// <summary>The number of complete rows whose weight is 0.</summary>
    public int Weightless { get; }

    /// <summary>The names of the strata in order; empty where there are none.</summary>
    public ImmutableArray<string> StrataNames { get; private set; } = [];

    /// <summary>The place of the stratum of each combination of codes.</summary>
    public Dictionary<string, int> StratumOf { get; } = new(StringComparer.Ordinal);

    /// <summary>The number of rows of each stratum.</summary>
    public double[] Rows { get; }

    /// <summary>Their weight.</summary>
    public double[] Weight { get; }

    /// <summary>The number of events.</summary>
    public double Events { get; }

    /// <summary>Whether a weight is no whole number.</summary>
    public bool HasFractionalWeights { get; }

    /// <summary>The weighted sum of the offsets of the events of each stratum.</summary>
    public double[] EventOffsets { get; }

    /// <summary>The unweighted and the weighted mean of the offsets.</summary>
    public (double Plain, double Weighted) Offsets { get; }

    /// <summary>For each column its sum in each stratum.</summary>
    public double[][] Sums { get; }

    /// <summary>The same, weighted.</summary>
    public double[][] WeightedSums { get; }

    /// <summary>The smallest value of each column.</summary>
    public double[] Least { get; }

    /// <summary>The largest value of each column.</summary>
    public double[] Most { get; }

    /// <summary>Whether a column has no other values than -1, 0 and 1.</summary>
    public bool[] AreIndicators { get; }

    /// <summary>The name of a combination of codes in <see cref="StratumOf"/>.</summary>
    public static string Key(SqlAnswer answer, int codes, int row) =>
        string.Join(',', Enumerable.Range(0, codes).Select(i => FormattableString.Invariant($"{answer.Numbers(i)[row]}")));

    // A part without rows has no sums.
    private double[] OfStrata(double[] values, Func<double, double, double> add, double none)
    {
        double[] all = Enumerable.Repeat(none, _count).ToArray();
        for (int row = 0; row < values.Length; row++)
        {
            all[_strata[row]] = double.IsNaN(values[row]) ? all[_strata[row]] : add(all[_strata[row]], values[row]);
        }

        return all;
    }

    // The number of rows that have all values and are left out for a reason.
    private static SqlText LeftOut(SqlModel model, bool canBe, string reason) => canBe
        ? SqlText.Of($"SUM(CASE WHEN {model.Complete} AND {SqlText.Raw(reason)} THEN 1 ELSE 0 END)")
        : SqlText.Raw("0");

    private static IEnumerable<double> Known(double[] values) => values.Where(value => !double.IsNaN(value));

    private void Order(SqlModel model, SqlAnswer answer, int codes)
    {
        if (codes == 0)
        {
            _strata = new int[answer.Rows];
            _count = 1;
            StratumOf[""] = 0;
            return;
        }

        FormulaValue.Levels strata = model.Strata(
            [.. Enumerable.Range(0, codes).Select(i => Array.ConvertAll(answer.Numbers(i), code => (int)code))]);
        StrataNames = strata.Names;
        _strata = strata.Codes;
        _count = strata.Names.Length;
        for (int row = 0; row < answer.Rows; row++)
        {
            StratumOf[Key(answer, codes, row)] = strata.Codes[row];
        }
    }

    private void Check(SqlModel model, double first, double last, double backwards, double leastWeight)
    {
        SurvNames names = model.Formula.ResponseNames;
        if (!double.IsFinite(first) || !double.IsFinite(last))
        {
            throw SurvivalDataException.AtColumn(model.Relation.Name, names.Time, "an infinite time was found; finite ones were expected.");
        }

        if (backwards > 0)
        {
            throw SurvivalDataException.AtColumn(model.Relation.Name, names.Time, FormattableString.Invariant(
                $"{NumberText.Count((long)backwards, "row")} {(backwards == 1 ? "stops before its" : "stop before their")} {names.Start}; a stop after the start was expected."));
        }

        if (leastWeight < 0)
        {
            throw SurvivalDataException.AtFile(model.Relation.Name, FormattableString.Invariant(
                $"a weight of {leastWeight} was found; weights of 0 or more were expected."));
        }

        for (int j = 0; j < Least.Length; j++)
        {
            if (!double.IsFinite(Least[j]) || !double.IsFinite(Most[j]))
            {
                throw SurvivalDataException.AtColumn(
                    model.Relation.Name, model.Columns[j].Name, "an infinite value was found; finite numbers were expected.");
            }
        }
    }
}
