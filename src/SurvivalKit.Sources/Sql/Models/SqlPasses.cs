namespace SurvivalKit.Sources;

/// <summary>The statements of the passes over the rows of a model, with its columns centred and scaled: <c>x0 x1 ...</c>.</summary>
/// <param name="model">The model.</param>
/// <param name="centre">What is subtracted from each column.</param>
/// <param name="scale">By what it is divided then.</param>
/// <param name="offset">The mean offset, which is subtracted from the offset.</param>
internal sealed class SqlPasses(SqlModel model, double[] centre, double[] scale, double offset)
{
    private readonly int _columns = model.Columns.Length;

    /// <summary>The places of the levels of the strata, each with a comma after it.</summary>
    public SqlText Codes { get; } = SqlText.Join(
        "", Enumerable.Range(0, model.StratumCodes.Length).Select(i => SqlText.Of($"s{i}, ")));

    /// <summary>The sums of the risks of rows by stratum, time and event, or by stratum and start.</summary>
    /// <param name="coefficients">The coefficients.</param>
    /// <param name="time">The column of times: <c>t</c>, or <c>b</c> for starts.</param>
    /// <param name="range">The times.</param>
    /// <param name="sums">What is summed: <see cref="RiskSums"/>, <see cref="CountSums"/>.</param>
    public SqlText Sums(double[] coefficients, string time, SqlRange range, IEnumerable<string> sums)
    {
        var by = SqlText.Raw(time == "t" ? "t, d" : "b");
        SqlText columns = Columns(j => SqlText.Of($", x{j}"));
        SqlText products = Columns(j => SqlText.Of($", r * x{j} AS y{j}"));
        SqlText given = SqlText.Of($"{Codes}{by}{SqlText.Raw(model.HasWeights ? ", w" : "")}");
        SqlText Risks(SqlText rows) => SqlText.Of(
            $"SELECT {given}{columns}, {Risk(coefficients)} AS r FROM {Design(rows, range.And(time, model.Literal))}");
        SqlText Inner(SqlText rows) => SqlText.Of($"SELECT {given}, r{columns}{products} FROM ({Risks(rows)}) AS risks");
        SqlText selected = SqlText.Join("", sums.Select((sum, i) => SqlText.Of($", {SqlText.Raw(sum)} AS a{i}")));
        return model.OfParts(rows => SqlText.Of(
            $"SELECT {Codes}{by}, COUNT(*) AS n{selected} FROM ({Inner(rows)}) AS r GROUP BY {Codes}{by}"));
    }

    /// <summary>The sums of which <see cref="SummedRisks"/> are made.</summary>
    public IEnumerable<string> RiskSums()
    {
        IEnumerable<string> squares = Enumerable.Range(0, _columns).SelectMany(j => Enumerable.Range(0, j + 1)
            .Select(k => FormattableString.Invariant($"SUM(y{j} * x{k})")));
        return ["SUM(r)", .. Enumerable.Range(0, _columns).Select(j => FormattableString.Invariant($"SUM(y{j})")), .. squares];
    }

    /// <summary>The weight of the rows and the weighted sums of their columns.</summary>
    public IEnumerable<string> CountSums()
    {
        string w = model.HasWeights ? "w * " : "";
        return
        [
            model.HasWeights ? "SUM(w)" : "COUNT(*)",
            .. Enumerable.Range(0, _columns).Select(j => FormattableString.Invariant($"SUM({w}x{j})")),
        ];
    }

    /// <summary>The cells of <see cref="Sums"/> for ends and starts: a row each, with its time as <c>v</c>.</summary>
    public SqlText Cells()
    {
        SqlText OfTime(string time, string by) => model.OfParts(rows => SqlText.Of(
            $"SELECT {SqlText.Raw(time)} AS v FROM {Design(rows, SqlText.Empty)} GROUP BY {Codes}{SqlText.Raw(by)}"));
        return model.IsCounting ? SqlText.Of($"{OfTime("t", "t, d")} UNION ALL {OfTime("b", "b")}") : OfTime("t", "t, d");
    }

    /// <summary>The largest value of a linear predictor at each time, and its smallest among the events.</summary>
    public SqlText Extremes(double[] direction, SqlRange range)
    {
        SqlText value = SqlText.Join(" + ", direction.Select((part, j) => (part, j)).Where(pair => pair.part != 0)
            .Select(pair => SqlText.Of($"{model.Literal(pair.part)} * x{pair.j}")));
        SqlText Values(SqlText rows) =>
            SqlText.Of($"(SELECT {Codes}t, d, {value} AS v FROM {Design(rows, range.And("t", model.Literal))}) AS r");
        return model.OfParts(rows => SqlText.Of(
            $"SELECT {Codes}t, MAX(v) AS most, MIN(CASE WHEN d = 1 THEN v END) AS least FROM {Values(rows)} GROUP BY {Codes}t"));
    }

    /// <summary>The rows that are used, with their columns.</summary>
    /// <param name="rows">The rows: <see cref="SqlModel.Base"/>.</param>
    /// <param name="and">A condition, with AND before it.</param>
    public SqlText Design(SqlText rows, SqlText and)
    {
        SqlText columns = SqlText.Join("", model.Columns.Select((column, j) => SqlText.Of(
            $", ({model.Value(column)} - {model.Literal(centre[j])}) / {model.Literal(scale[j])} AS x{j}")));
        string others = (model.IsCounting ? ", b" : "") + (model.HasWeights ? ", w" : "") + (model.HasOffset ? ", o" : "");
        SqlText codes = SqlText.Join("", model.StratumCodes.Select((code, i) => SqlText.Of($"{code} AS s{i}, ")));
        others += string.Concat(Enumerable.Range(0, model.Clusters).Select(i => FormattableString.Invariant($", g{i}")));
        return SqlText.Of(
            $"(SELECT {codes}t, d{SqlText.Raw(others)}{columns} FROM {rows} WHERE {model.Kept}{and}) AS design");
    }

    /// <summary>The weighted risk of a row.</summary>
    public SqlText Risk(double[] coefficients)
    {
        IEnumerable<SqlText> parts = coefficients.Select((value, j) => (value, j)).Where(pair => pair.value != 0)
            .Select(pair => SqlText.Of($"{model.Literal(pair.value)} * x{pair.j}"));
        SqlText[] all = [.. model.HasOffset ? parts.Append(SqlText.Of($"(o - {model.Literal(offset)})")) : parts];
        SqlText weight = model.HasWeights ? SqlText.Raw("w") : model.Literal(1);
        return all.Length == 0 ? weight
            : model.HasWeights ? SqlText.Of($"w * {model.Exp(SqlText.Join(" + ", all))}")
            : model.Exp(SqlText.Join(" + ", all));
    }

    private SqlText Columns(Func<int, SqlText> piece) => SqlText.Join("", Enumerable.Range(0, _columns).Select(piece));
}
