using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Counts the subjects of each system and term by their worst grade.</summary>
internal sealed class AdverseEventBuilder
{
    private const string Everyone = "All";

    private readonly AdverseEventOptions _options;
    private readonly EventSubjects _subjects;
    private readonly ImmutableArray<AdverseEventGroup> _groups;
    private readonly bool _hasOverall;

    private AdverseEventBuilder(AdverseEventOptions options, EventSubjects subjects)
    {
        _options = options;
        _subjects = subjects;
        _hasOverall = options.Overall && options.By is not null;
        AdverseEventGroup[] arms = [.. subjects.Arms.Select((name, arm) => new AdverseEventGroup(name, SizeOf(name, arm)))];
        _groups = _hasOverall ? [new(Everyone, arms.Sum(arm => arm.N)), .. arms] : [.. arms];
    }

    public static AdverseEventTable Build(DataFrame events, string subject, string term, AdverseEventOptions options)
    {
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(term);
        Check(options);
        EventSubjects subjects = options.Subjects is { } all
            ? EventSubjects.Read(all, subject, options.By)
            : EventSubjects.Read(events, subject, options.By);
        return new AdverseEventBuilder(options, subjects).Count(events, subject, term);
    }

    private AdverseEventTable Count(DataFrame events, string subject, string term)
    {
        FormulaValue.Levels names = Levels(events, subject);
        FormulaValue.Levels terms = Levels(events, term);
        FormulaValue.Levels? systems = _options.System is { } column ? Levels(events, column) : null;
        int[] grades = _options.Grade is { } grade ? EventGrade.Read(events, grade) : new int[terms.Length];
        int[] places = [.. names.Names.Select(_subjects.PlaceOf)];
        var any = new WorstGrades();
        Dictionary<string, WorstGrades> bySystem = new(StringComparer.Ordinal);
        Dictionary<(string System, string Term), WorstGrades> byTerm = [];
        bool hasNone = false;
        for (int row = 0; row < terms.Length; row++)
        {
            int place = names.IsMissing(row) ? -1 : places[names.Codes[row]];
            if (place < 0)
            {
                throw SurvivalDataException.AtCell(
                    SurvivalData.SourceOf(events),
                    row + 1,
                    subject,
                    "",
                    names.IsMissing(row)
                        ? "the subject is missing; its name or number was expected."
                        : $"the subject {names.Names[names.Codes[row]]} is not among all subjects; one of them was expected.");
            }

            if (terms.IsMissing(row))
            {
                hasNone = true;
                continue;
            }

            string system = systems is null ? "" : systems.IsMissing(row) ? "System not given" : systems.Names[systems.Codes[row]];
            any.Add(place, grades[row]);
            Of(bySystem, system).Add(place, grades[row]);
            Of(byTerm, (system, terms.Names[terms.Codes[row]])).Add(place, grades[row]);
        }

        return Table(subject, term, any, bySystem, byTerm, IsWhole(hasNone) ? [] : [Incomplete]);
    }

    private AdverseEventTable Table(
        string subject,
        string term,
        WorstGrades any,
        Dictionary<string, WorstGrades> bySystem,
        Dictionary<(string System, string Term), WorstGrades> byTerm,
        IEnumerable<string> cautions)
    {
        List<AdverseEventRow> rows = [new(null, null, Cells(any))];
        int hidden = 0;
        foreach ((string system, WorstGrades worst) in Sorted(bySystem, system => system))
        {
            AdverseEventRow[] terms =
            [
                .. Sorted(byTerm.Where(pair => pair.Key.System == system), key => key.Term)
                    .Select(pair => new AdverseEventRow(_options.System is null ? null : system, pair.Key.Term, Cells(pair.Value)))
                    .Where(row => row.Cells.Any(cell => cell.Subjects > 0)),
            ];
            AdverseEventRow[] shown = [.. terms.Where(IsFrequent)];
            hidden += terms.Length - shown.Length;
            if (_options.System is not null && shown.Length > 0)
            {
                rows.Add(new AdverseEventRow(system, null, Cells(worst)));
            }

            rows.AddRange(shown);
        }

        string[] alike =
        [
            .. byTerm.Keys.Select(key => key.Term).Distinct(StringComparer.Ordinal)
                .GroupBy(name => name.Trim().ToUpperInvariant(), StringComparer.Ordinal).Where(group => group.Count() > 1)
                .Select(group => $"Terms that differ in case or blanks only are counted apart: {string.Join(", ", group)}."),
        ];
        return new AdverseEventTable(subject, term, _groups, [.. rows], _options)
        {
            Hidden = hidden,
            WithoutArm = Enumerable.Range(0, _subjects.Count).Count(place => _subjects.ArmOf(place) < 0),
            Cautions = [.. cautions, .. alike],
        };
    }

    private const string Incomplete =
        "N counts the subjects that have an event: those without one are neither in the data nor given, so that percentages are too high.";

    private bool IsWhole(bool hasNone) => hasNone || _options.Subjects is not null || _options.Sizes.Count > 0;

    private IEnumerable<KeyValuePair<TKey, WorstGrades>> Sorted<TKey>(
        IEnumerable<KeyValuePair<TKey, WorstGrades>> pairs, Func<TKey, string> name)
    {
        IOrderedEnumerable<KeyValuePair<TKey, WorstGrades>> sorted =
            pairs.OrderByDescending(pair => _options.ByName ? 0 : Everywhere(pair.Value));
        return sorted.ThenBy(pair => name(pair.Key), StringComparer.OrdinalIgnoreCase)
            .ThenBy(pair => name(pair.Key), StringComparer.Ordinal);
    }

    private int Everywhere(WorstGrades worst) => worst.Subjects.Count(pair => _subjects.ArmOf(pair.Key) >= 0);

    private bool IsFrequent(AdverseEventRow row) =>
        row.Cells.Where((cell, place) => cell.Subjects > 0 && 100.0 * cell.Subjects / _groups[place].N >= _options.AtLeast).Any();

    private ImmutableArray<AdverseEventCell> Cells(WorstGrades worst)
    {
        int first = _hasOverall ? 1 : 0;
        return
        [
            .. _groups.Select((_, group) =>
            {
                bool IsIn(int subject) => _subjects.ArmOf(subject) is >= 0 and int arm && (group < first || arm == group - first);
                int[] grades = new int[EventGrade.Highest + 1];
                int events = 0;
                foreach ((int subject, (int grade, int count)) in worst.Subjects)
                {
                    if (IsIn(subject))
                    {
                        grades[grade]++;
                        events += count;
                    }
                }

                return new AdverseEventCell([.. grades[1..]], grades[0], events);
            }),
        ];
    }

    private int SizeOf(string name, int arm)
    {
        int counted = Enumerable.Range(0, _subjects.Count).Count(place => _subjects.ArmOf(place) == arm);
        if (_options.Sizes.Count == 0)
        {
            return counted;
        }

        return !_options.Sizes.TryGetValue(name, out int size)
            ? throw new SurvivalDataException($"The number of subjects of {name} is not given; one for each arm was expected.")
            : size < counted
                ? throw new SurvivalDataException(FormattableString.Invariant(
                    $"{name} has {counted} subjects in the data, and {size} were given as their number; {counted} or more was expected."))
                : size;
    }

    private static void Check(AdverseEventOptions options)
    {
        if (options.HighGrade is < 1 or > EventGrade.Highest)
        {
            throw new SurvivalDataException(FormattableString.Invariant(
                $"The lowest high grade is {options.HighGrade}; a grade from 1 to 5 was expected."));
        }

        if (options.AtLeast is not (>= 0 and <= 100))
        {
            throw new SurvivalDataException(FormattableString.Invariant(
                $"The least percentage of a term is {options.AtLeast}; 0 to 100 was expected."));
        }

        if (options.Sizes.Count > 0 && options.Subjects is not null)
        {
            throw new SurvivalDataException("All subjects and the sizes of the arms were both given; one of them was expected.");
        }
    }

    private static FormulaValue.Levels Levels(DataFrame data, string column) =>
        ColumnValues.ReadLabels(FrameColumns.Named(data, column), SurvivalData.SourceOf(data)).AsLevels();

    private static WorstGrades Of<TKey>(Dictionary<TKey, WorstGrades> all, TKey key)
        where TKey : notnull
    {
        if (!all.TryGetValue(key, out WorstGrades? worst))
        {
            all[key] = worst = new WorstGrades();
        }

        return worst;
    }
}
