using System.Collections.Immutable;

namespace SurvivalKit.Sources;

/// <summary>The statements that add up the score residuals of the rows by cluster, and their squares: the functions of time of which they
/// are made go to the database, joined by stratum, time and event; nothing of a row comes back.</summary>
internal sealed class SqlScores(
    SqlModel model, SqlPasses passes, SqlSummary summary, SummedPlaces places, ImmutableArray<SummedSteps> steps)
{
    private readonly int _codes = model.StratumCodes.Length;
    private readonly int _columns = model.Columns.Length;

    /// <summary>The score residuals of rows, weighted: <c>u0 u1 ...</c>, with the weight <c>w</c> and the clusters.</summary>
    /// <param name="rows">The rows: <see cref="SqlModel.Base"/>.</param>
    /// <param name="coefficients">The coefficients.</param>
    /// <param name="ended">The cells of the rows: strata, time, event.</param>
    /// <param name="entered">Those of their starts; <see langword="null"/> where there are none.</param>
    /// <param name="ends">The times at which the rows end.</param>
    /// <param name="starts">The times at which they start.</param>
    public SqlText Statement(
        SqlText rows, double[] coefficients, SqlAnswer ended, SqlAnswer? entered, SqlRange ends, SqlRange starts)
    {
        SqlText inRange = SqlText.Of($"{ends.And("t", model.Literal)}{starts.And("b", model.Literal)}");
        SqlText design = passes.Design(rows, inRange);
        SqlText risk = passes.Risk(coefficients);
        string w = model.HasWeights ? "w" : "1";
        IEnumerable<string> residuals = Enumerable.Range(0, _columns).Select(j => entered is null
            ? FormattableString.Invariant($"{w} * d * (x{j} - e{j}) - r * (x{j} * h - m{j}) AS u{j}")
            : FormattableString.Invariant($"{w} * d * (x{j} - e{j}) - r * (x{j} * (h - h0) - (m{j} - n{j})) AS u{j}"));
        string[] codes = [.. Enumerable.Range(0, _codes).Select(i => FormattableString.Invariant($"k{i}"))];
        SqlText joined = Joined(Rows(design, risk), EndSteps(ended, codes), [.. codes, "t", "kd"]);
        joined = entered is null
            ? joined
            : Joined(SqlText.Of($"(SELECT * FROM {joined}) AS ended"), StartSteps(entered, codes), [.. codes, "b"]);
        return SqlText.Of(
            $"SELECT {SqlText.Raw(string.Join(", ", residuals))}, {SqlText.Raw(w)} AS w{Groups()} FROM {joined}");
    }

    /// <summary>The sums of residuals, or of their sums by cluster, and of their squares and products.</summary>
    public static SqlText Squares(SqlText residuals, int columns) =>
        SqlText.Of($"SELECT {SqlText.Raw(string.Join(", ", Sums(columns)))} FROM ({residuals}) AS u");

    /// <summary>The sums of <see cref="Statement"/> by cluster.</summary>
    public SqlText ByCluster(SqlText rows)
    {
        var sums = SqlText.Raw(string.Concat(
            Enumerable.Range(0, _columns).Select(j => FormattableString.Invariant($"SUM(u{j}) AS u{j}, "))));
        var groups = SqlText.Raw(string.Join(
            ", ", Enumerable.Range(0, model.Clusters).Select(i => FormattableString.Invariant($"g{i}"))));
        return SqlText.Of($"SELECT {groups}, {sums}SUM(w) AS w, COUNT(*) AS n FROM ({rows}) AS u GROUP BY {groups}");
    }

    private SqlText Joined(SqlText left, string right, string[] columns)
    {
        string[] parts = model.Relation.Dialect.Join(SqlText.Mark.ToString(), right, columns).Split(SqlText.Mark);
        return SqlText.Of($"{SqlText.Raw(parts[0])}{left}{SqlText.Raw(parts[1])}");
    }

    private SqlText Groups() => SqlText.Raw(string.Concat(Enumerable.Range(0, model.Clusters).Select(i =>
        FormattableString.Invariant($", g{i}"))));

    // Stratum and event as doubles, which the functions of time have too: some databases join equal types only.
    private SqlText Rows(SqlText design, SqlText risk)
    {
        SqlDialect dialect = model.Relation.Dialect;
        string codes = string.Concat(Enumerable.Range(0, _codes).Select(i => FormattableString.Invariant(
            $", {dialect.AsDouble(FormattableString.Invariant($"s{i}"))} AS k{i}")));
        return SqlText.Of($"(SELECT *, {SqlText.Raw(dialect.AsDouble("d"))} AS kd{SqlText.Raw(codes)}, {risk} AS r FROM {design}) AS q");
    }

    private static IEnumerable<string> Sums(int columns)
    {
        for (int j = 0; j < columns; j++)
        {
            yield return FormattableString.Invariant($"SUM(u{j}) AS a{j}");
        }

        for (int j = 0; j < columns; j++)
        {
            for (int k = 0; k <= j; k++)
            {
                yield return FormattableString.Invariant($"SUM(u{j} * u{k}) AS b{j}_{k}");
            }
        }

        yield return "SUM(w * w) AS ww";
    }

    // A row for each stratum, time of the data and event.
    private string EndSteps(SqlAnswer ended, string[] codes)
    {
        string[] names =
        [
            .. codes, "t", "kd", "h",
            .. Enumerable.Range(0, _columns).Select(j => FormattableString.Invariant($"m{j}")),
            .. Enumerable.Range(0, _columns).Select(j => FormattableString.Invariant($"e{j}")),
        ];
        return model.Relation.Dialect.Values("ends", names, [.. Once(ended, _codes + 2).Select(row =>
        {
            double time = ended.Numbers(_codes)[row];
            bool isEvent = ended.Numbers(_codes + 1)[row] == 1;
            int stratum = summary.StratumOf[SqlSummary.Key(ended, _codes, row)];
            int place = places.PlaceAtOrBefore(stratum, time);
            SummedSteps step = steps[stratum];
            double[] means = isEvent ? step.MeansOfEvents : step.Means;
            return (double[])
            [
                .. Codes(ended, row), time, isEvent ? 1 : 0, isEvent ? step.HazardOfEvents[place] : step.Hazard[place],
                .. means.AsSpan(place * _columns, _columns),
                .. Enumerable.Range(0, _columns).Select(j => isEvent ? step.Expected[(place * _columns) + j] : 0),
            ];
        })]);
    }

    // A row for each stratum and start: what had happened by then.
    private string StartSteps(SqlAnswer entered, string[] codes)
    {
        string[] names = [.. codes, "b", "h0", .. Enumerable.Range(0, _columns).Select(j => FormattableString.Invariant($"n{j}"))];
        return model.Relation.Dialect.Values("starts", names, [.. Once(entered, _codes + 1).Select(row =>
        {
            double time = entered.Numbers(_codes)[row];
            int stratum = summary.StratumOf[SqlSummary.Key(entered, _codes, row)];
            int place = places.PlaceAtOrBefore(stratum, time);
            SummedSteps step = steps[stratum];
            return (double[])
            [
                .. Codes(entered, row), time, place < 0 ? 0 : step.Hazard[place],
                .. Enumerable.Range(0, _columns).Select(j => place < 0 ? 0 : step.Means[(place * _columns) + j]),
            ];
        })]);
    }

    // The rows of an answer without those whose first columns are those of another: each part of a table has cells of its own.
    private static IEnumerable<int> Once(SqlAnswer answer, int columns) =>
        Enumerable.Range(0, answer.Rows).DistinctBy(row => SqlSummary.Key(answer, columns, row));

    private IEnumerable<double> Codes(SqlAnswer answer, int row) => Enumerable.Range(0, _codes).Select(i => answer.Numbers(i)[row]);
}
