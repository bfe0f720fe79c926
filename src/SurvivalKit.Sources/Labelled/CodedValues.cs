using System.Globalization;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Sources;

/// <summary>Makes the columns of a frame out of numbers and texts with labels, and notes what a reader would not expect.</summary>
/// <param name="options">How the file is read.</param>
/// <param name="origin">The day from which dates are counted.</param>
internal sealed class CodedValues(DataFileOptions options, DateTime origin)
{
    private readonly List<DataFrameColumn> _columns = [];
    private readonly Dictionary<string, string> _labels = new(StringComparer.Ordinal);

    /// <summary>What there is to tell, a phrase each.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>Adds a column of numbers.</summary>
    /// <param name="column">What the header says.</param>
    /// <param name="values">A number a row; missing ones are not a number.</param>
    /// <param name="reasons">Why a row is missing, where the file declares it.</param>
    public void Add(CodedColumn column, double[] values, MissingReasons reasons)
    {
        AddLabel(column);
        _columns.Add(column.Moment != MomentKind.None ? Dates(column, values)
            : options.ValueLabels == ValueLabelUse.Levels && column.Labels.Count > 0 ? Coded(column, values)
            : NumberColumns.Of(column.Name, values));
        AddReasons(column.Name, reasons, values.Length);
    }

    /// <summary>Adds a column of texts.</summary>
    /// <param name="column">What the header says.</param>
    /// <param name="values">A text a row; <see langword="null"/> or empty is missing.</param>
    /// <param name="reasons">Why a row is missing, where the file declares it.</param>
    public void Add(CodedColumn column, string?[] values, MissingReasons reasons)
    {
        AddLabel(column);
        for (int row = 0; row < values.Length; row++)
        {
            values[row] = string.IsNullOrEmpty(values[row]) ? null : values[row];
        }

        IReadOnlyDictionary<string, string> labels = column.TextLabels;
        bool isFactor = options.ValueLabels == ValueLabelUse.Levels && labels.Count > 0
            && Array.TrueForAll(values, value => value is null || labels.ContainsKey(value));
        if (isFactor)
        {
            Dictionary<string, string> levels = Levels(labels.OrderBy(pair => pair.Key, LevelOrder.Text));
            _columns.Add(new FactorColumn(column.Name, values.Select(value => value is null ? null : levels[value]), levels.Values));
        }
        else
        {
            _columns.Add(new StringDataFrameColumn(column.Name, values));
        }

        AddReasons(column.Name, reasons, values.Length);
    }

    /// <summary>The frame of the columns.</summary>
    public DataFrame ToFrame(string name)
    {
        var frame = new DataFrame(_columns);
        SurvivalData.Describe(frame, name, Notes, _labels);
        return frame;
    }

    private void AddLabel(CodedColumn column)
    {
        // R's package foreign writes the name as a label.
        if (column.Label.Length > 0 && column.Label != column.Name)
        {
            _labels[column.Name] = column.Label;
        }
    }

    private DataFrameColumn Coded(CodedColumn column, double[] values)
    {
        double[] shown = [.. values.Where(value => !double.IsNaN(value)).Distinct()];
        int known = shown.Count(column.Labels.ContainsKey);
        if (known == shown.Length)
        {
            Dictionary<double, string> levels = Levels(column.Labels.OrderBy(pair => pair.Key));
            return new FactorColumn(
                column.Name, values.Select(value => double.IsNaN(value) ? null : levels[value]), levels.Values);
        }

        if (known > 0)
        {
            Notes.Add(FormattableString.Invariant(
                $"{column.Name} stays numbers: {known} of its {NumberText.Count(shown.Length, "value")} have a label"));
        }

        return NumberColumns.Of(column.Name, values);
    }

    // Two values with one label stay two levels.
    private static Dictionary<T, string> Levels<T>(IEnumerable<KeyValuePair<T, string>> labels)
        where T : notnull
    {
        KeyValuePair<T, string>[] ordered = [.. labels];
        var twice = ordered.CountBy(pair => pair.Value).Where(pair => pair.Value > 1).Select(pair => pair.Key).ToHashSet();
        return ordered.ToDictionary(
            pair => pair.Key,
            pair => twice.Contains(pair.Value) ? string.Create(CultureInfo.InvariantCulture, $"{pair.Value} ({pair.Key})") : pair.Value);
    }

    private DateTimeDataFrameColumn Dates(CodedColumn column, double[] values)
    {
        double perDay = column.Moment switch { MomentKind.Days => 1, MomentKind.Seconds => 86_400, _ => 86_400_000 };
        double most = (DateTime.MaxValue - origin).TotalDays;
        double least = (DateTime.MinValue - origin).TotalDays;
        int outside = 0;
        var dates = new DateTime?[values.Length];
        for (int row = 0; row < values.Length; row++)
        {
            double days = values[row] / perDay;
            if (days >= least && days <= most)
            {
                // To the millisecond, by whole days and their rest: a double of ticks would lose some.
                dates[row] = origin.AddDays(Math.Floor(days)).AddMilliseconds(
                    Math.Round((values[row] - (Math.Floor(days) * perDay)) * (86_400_000 / perDay)));
            }
            else if (!double.IsNaN(days))
            {
                outside++;
            }
        }

        if (outside > 0)
        {
            Notes.Add(FormattableString.Invariant($"{column.Name}: {outside} values are no date of a calendar and are missing"));
        }

        return new DateTimeDataFrameColumn(column.Name, dates);
    }

    private void AddReasons(string name, MissingReasons reasons, int rows)
    {
        if (reasons.Count == 0)
        {
            return;
        }

        if (options.DeclaredMissing == DeclaredMissingUse.Column)
        {
            _columns.Add(reasons.ToColumn(name + ".missing", rows));
        }
        else
        {
            Notes.Add($"{name}: {reasons}");
        }
    }
}
