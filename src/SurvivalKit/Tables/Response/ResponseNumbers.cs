using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>The numbers of a response table at full precision.</summary>
internal static class ResponseNumbers
{
    public static DataFrame FrameOf(ResponseTable table)
    {
        (string Group, string Measure, int N, int Of, ResponseRate? Rate)[] rows =
        [
            .. table.Groups.SelectMany(group => table.Levels.Select((level, place) =>
                    (group.Name, level.Code, group.Counts[place], group.N, (ResponseRate?)null))
                .Concat(table.Rates.Where(rate => rate.Group == group.Name)
                    .Select(rate => (rate.Group, rate.Name, rate.Count, rate.Of, (ResponseRate?)rate)))),
        ];
        DoubleDataFrameColumn Limit(string name, Func<ResponseRate, double> of) =>
            FrameColumn.Numbers(name, rows.Select(row => row.Rate is { } rate ? of(rate) : (double?)null));
        return new DataFrame(
            new StringDataFrameColumn("group", rows.Select(row => row.Group)),
            new StringDataFrameColumn("measure", rows.Select(row => row.Measure)),
            new Int32DataFrameColumn("n", rows.Select(row => row.N)),
            new Int32DataFrameColumn("of", rows.Select(row => row.Of)),
            FrameColumn.Numbers("rate", rows.Select(row => (double)row.N / row.Of)),
            Limit("clopper_pearson_lower", rate => rate.ClopperPearson.Lower),
            Limit("clopper_pearson_upper", rate => rate.ClopperPearson.Upper),
            Limit("wilson_lower", rate => rate.Wilson.Lower),
            Limit("wilson_upper", rate => rate.Wilson.Upper));
    }

    public static ResultRecord RecordOf(ResponseTable table) => new()
    {
        ["response"] = table.Response,
        ["by"] = table.By,
        ["omitted"] = table.Omitted,
        ["level"] = table.Options.Level,
        ["groups"] = table.Groups.Select(group => new ResultRecord
        {
            ["group"] = group.Name,
            ["n"] = group.N,
            ["responses"] = table.Levels.Select((level, place) => new ResultRecord
            {
                ["response"] = level.Code,
                ["n"] = group.Counts[place],
            }),
            ["missing"] = group.Missing,
            ["rates"] = table.Rates.Where(rate => rate.Group == group.Name).Select(rate => new ResultRecord
            {
                ["rate"] = rate.Name,
                ["responses"] = rate.Responses,
                ["n"] = rate.Count,
                ["of"] = rate.Of,
                ["estimate"] = rate.Rate,
                ["clopperPearson"] = Limits(rate.ClopperPearson),
                ["wilson"] = Limits(rate.Wilson),
            }),
        }),
        ["differences"] = table.Differences.Select(difference => new ResultRecord
        {
            ["rate"] = difference.Name,
            ["group"] = difference.Group,
            ["reference"] = difference.Reference,
            ["difference"] = difference.Difference,
            ["lower"] = difference.Lower,
            ["upper"] = difference.Upper,
            ["p"] = difference.P,
        }),
    };

    private static ResultRecord Limits((double Lower, double Upper) limits) =>
        new() { ["lower"] = limits.Lower, ["upper"] = limits.Upper };
}
