using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Survival by group as a paper prints it: patients, events, median with its interval, and at given times the percentage with its
/// interval and the number at risk.</summary>
/// <example><code>
/// var curves = KaplanMeier.Fit(lung, "Surv(time, status) ~ sex");
/// Console.WriteLine(SurvivalTable.Of(curves, new() { Times = [180, 365], Unit = "days" }));
/// </code></example>
public sealed class SurvivalTable : IResult
{
    private const string NotEstimable = "NE";

    private readonly ImmutableArray<ImmutableArray<SurvivalEstimate>> _at;

    private SurvivalTable(KaplanMeierCurves curves, SurvivalTableOptions options)
    {
        Curves = curves;
        Options = options;
        _at = [.. curves.Select(curve => curve.At(options.Times))];
    }

    /// <summary>The curves.</summary>
    public KaplanMeierCurves Curves { get; }

    /// <summary>The options of the table.</summary>
    public SurvivalTableOptions Options { get; }

    /// <summary>Makes a table of curves.</summary>
    /// <param name="curves">The curves.</param>
    /// <param name="options">The options; <see langword="null"/>: the documented defaults.</param>
    /// <exception cref="SurvivalDataException">There is not one label a group, or an option is outside its range.</exception>
    public static SurvivalTable Of(KaplanMeierCurves curves, SurvivalTableOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(curves);
        options ??= new SurvivalTableOptions();
        if (!options.Labels.IsEmpty && options.Labels.Length != curves.Count)
        {
            throw new SurvivalDataException(
                $"{NumberText.Count(options.Labels.Length, "label")} and {NumberText.Count(curves.Count, "group")} were given; one label each was expected.");
        }

        return options.Decimals is < 0 or > 6
            ? throw new SurvivalDataException(FormattableString.Invariant(
                $"Percentages with {options.Decimals} decimals were asked for; 0 to 6 was expected."))
            : new SurvivalTable(curves, options);
    }

    /// <inheritdoc/>
    public ImmutableArray<TableModel> ToTables()
    {
        string unit = Options.Unit is { Length: > 0 } named ? " " + named : "";
        string interval = NumberText.Level(Curves.Options.Level) + " CI";
        string[] times = [.. Options.Times.Select(time => NumberText.Format(time, NumberKind.Time) + unit)];
        return
        [
            new TableModel(
                ResultSentences.Title("Survival", Curves.Formula),
                [
                    new("Group", TableAlignment.Left),
                    .. TableColumns.Numbers("n", "Events", $"Median{(unit.Length > 0 ? $",{unit}" : "")} ({interval})"),
                    .. times.SelectMany(time => TableColumns.Numbers($"At {time}, % ({interval})", $"At risk, {time}")),
                ],
                Curves.Select(Row),
                [.. Notes()])
            {
                Cautions = Curves.Cautions.IsDefault ? [] : Curves.Cautions,
            },
        ];
    }

    /// <summary>A row a group and time, or a row a group where there are no times: group, n, events, median, median_lower, median_upper,
    /// time,
    /// at_risk, survival, lower, upper. Beyond the last observation of a group survival is missing, unless it is 0.</summary>
    public DataFrame ToDataFrame()
    {
        (KaplanMeierCurve Curve, string Label, SurvivalEstimate? At)[] rows =
        [
            .. Curves.SelectMany((curve, place) => Options.Times.IsEmpty
                ? [(curve, LabelOf(place), (SurvivalEstimate?)null)]
                : _at[place].Select(at => (curve, LabelOf(place), (SurvivalEstimate?)at))),
        ];
        DoubleDataFrameColumn Column(string name, Func<(KaplanMeierCurve Curve, string Label, SurvivalEstimate? At), double?> of) =>
            FrameColumn.Numbers(name, rows.Select(of));
        return new DataFrame(
            new StringDataFrameColumn("group", rows.Select(row => row.Label)),
            Column("n", row => row.Curve.Observations),
            Column("events", row => row.Curve.EventTotal),
            Column("median", row => row.Curve.Median.Estimate),
            Column("median_lower", row => row.Curve.Median.Lower),
            Column("median_upper", row => row.Curve.Median.Upper),
            Column("time", row => row.At?.Time),
            Column("at_risk", row => row.At?.AtRisk),
            Column("survival", row => row.At is { } at && IsKnown(row.Curve, at) ? at.Survival : null),
            Column("lower", row => row.At is { } at && IsKnown(row.Curve, at) ? at.Lower : null),
            Column("upper", row => row.At is { } at && IsKnown(row.Curve, at) ? at.Upper : null));
    }

    /// <inheritdoc/>
    public ResultRecord ToRecord() => new()
    {
        ["formula"] = Curves.Formula,
        ["omitted"] = Curves.Omitted,
        ["level"] = Curves.Options.Level,
        ["unit"] = Options.Unit,
        ["cautions"] = Curves.Cautions.IsDefault ? [] : Curves.Cautions,
        ["groups"] = Curves.Select((curve, place) => new ResultRecord
        {
            ["group"] = LabelOf(place),
            ["n"] = curve.Observations,
            ["events"] = curve.EventTotal,
            ["median"] = curve.Median.Estimate,
            ["lower"] = curve.Median.Lower,
            ["upper"] = curve.Median.Upper,
            ["at"] = _at[place].Select(at => new ResultRecord
            {
                ["time"] = at.Time,
                ["atRisk"] = at.AtRisk,
                ["survival"] = IsKnown(curve, at) ? at.Survival : null,
                ["lower"] = IsKnown(curve, at) ? at.Lower : null,
                ["upper"] = IsKnown(curve, at) ? at.Upper : null,
            }),
        }),
    };

    /// <summary>The table as text.</summary>
    public override string ToString() => this.ToText();

    // Beyond its last observation a curve is known only where nobody is left.
    private static bool IsKnown(KaplanMeierCurve curve, SurvivalEstimate at) =>
        at.Survival == 0 || (curve.Time.Length > 0 && at.Time <= curve.Time[^1]);

    private string LabelOf(int place) => Options.Labels.IsEmpty ? Curves[place].Group : Options.Labels[place];

    private TableRow Row(KaplanMeierCurve curve, int place) => new(
    [
        LabelOf(place),
        TableCell.Number(curve.Observations, NumberKind.Count),
        TableCell.Number(curve.EventTotal, NumberKind.Count),
        Median(curve.Median),
        .. _at[place].SelectMany(at => (TableCell[])[Survival(curve, at), TableCell.Number(at.AtRisk, NumberKind.Count)]),
    ]);

    private static TableCell Median(QuantileEstimate median) => median is { Estimate: null, Lower: null, Upper: null }
        ? CurveTables.NotReached
        : $"{Time(median.Estimate, CurveTables.NotReached)} ({Time(median.Lower, NotEstimable)}–{Time(median.Upper, NotEstimable)})";

    private static string Time(double? time, string absent) => time is { } value ? NumberText.Format(value, NumberKind.Time) : absent;

    private TableCell Survival(KaplanMeierCurve curve, SurvivalEstimate at) => IsKnown(curve, at)
        ? $"{Percent(at.Survival)} ({Percent(at.Lower)}–{Percent(at.Upper)})"
        : NotEstimable;

    private string Percent(double share) => double.IsNaN(share)
        ? NotEstimable
        : (100 * share).ToString("F" + Options.Decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private IEnumerable<TableNote> Notes()
    {
        bool isCut = Curves.Where((curve, place) => _at[place].Any(at => !IsKnown(curve, at))).Any();
        bool hasGaps = Curves.Any(curve => curve.Median is { Lower: null, Upper: not null } or { Lower: not null, Upper: null }
            or { Estimate: not null, Lower: null, Upper: null });
        if (isCut || hasGaps || _at.Any(all => all.Any(at => double.IsNaN(at.Lower))))
        {
            yield return "NE: not estimable" + (isCut ? "; after the last observation of a group its survival is not known." : ".");
        }

        foreach (string sentence in ResultSentences.LeftOut(Curves.Omitted, Curves.Weightless))
        {
            yield return sentence;
        }
    }
}
