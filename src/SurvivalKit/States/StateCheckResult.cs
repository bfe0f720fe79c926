using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>What a check of states found: <see cref="StateCheck"/>.</summary>
public sealed class StateCheckResult : IResult
{
    private StateCheckResult(string formula, ImmutableArray<string> states, ImmutableArray<StateProblem> problems)
    {
        Formula = formula;
        States = states;
        Problems = problems;
    }

    /// <summary>The formula of the check.</summary>
    public string Formula { get; }

    /// <summary>The states: those in which subjects only start, then the levels of the status.</summary>
    public ImmutableArray<string> States { get; }

    /// <summary>The number of subjects.</summary>
    public int Subjects { get; private init; }

    /// <summary>The number of rows used.</summary>
    public int Observations { get; private init; }

    /// <summary>The number of transitions.</summary>
    public int TransitionTotal => Transitions.Where(count => count.To is not null).Sum(count => count.Count);

    /// <summary>The number of rows left out because a value is missing, or the weight is 0.</summary>
    public int Omitted { get; private init; }

    /// <summary>The transitions that occur, and the ends of observation by state.</summary>
    public ImmutableArray<StateCount> Transitions { get; private init; } = [];

    /// <summary>For each state that is reached, and for any, how many subjects reach it how often.</summary>
    public ImmutableArray<StateVisits> Visits { get; private init; } = [];

    /// <summary>The rows that do not go with the row of the same subject before them, by row.</summary>
    public ImmutableArray<StateProblem> Problems { get; }

    /// <summary>Whether there are none.</summary>
    public bool IsSound => Problems.IsEmpty;

    /// <summary>What to know of the data before the numbers are used, a sentence each: states that are never reached.</summary>
    public ImmutableArray<string> Cautions { get; private init; } = [];

    /// <summary>The number of problems of a kind; R's <c>flag</c>.</summary>
    /// <param name="kind">The kind.</param>
    public int Count(StateProblemKind kind) => Problems.Count(problem => problem.Kind == kind);

    /// <summary>A row for each problem: kind, subject, row, row_before, sentence.</summary>
    public DataFrame ToDataFrame() => new(
        new FactorColumn(
            "kind", Problems.Select(problem => WordOf(problem.Kind)), Enum.GetValues<StateProblemKind>().Select(WordOf)),
        new StringDataFrameColumn("subject", Problems.Select(problem => problem.Subject)),
        new Int32DataFrameColumn("row", Problems.Select(problem => problem.Row)),
        new Int32DataFrameColumn("row_before", Problems.Select(problem => problem.RowBefore)),
        new StringDataFrameColumn("sentence", Problems.Select(problem => problem.Sentence)));

    /// <summary>The transitions, the visits, and a row for each problem where there are some.</summary>
    public ImmutableArray<TableModel> ToTables() =>
    [
        StateCheckTables.Transitions(this),
        StateCheckTables.Visits(this),
        .. IsSound ? [] : (TableModel[])[StateCheckTables.Problems(this)],
    ];

    /// <inheritdoc/>
    public ResultRecord ToRecord() => new()
    {
        ["formula"] = Formula,
        ["n"] = Subjects,
        ["observations"] = Observations,
        ["transitionCount"] = TransitionTotal,
        ["omitted"] = Omitted,
        ["states"] = States,
        ["transitions"] = Transitions.Select(count => new ResultRecord
        {
            ["from"] = count.From,
            ["to"] = count.To,
            ["count"] = count.Count,
        }),
        ["visits"] = Visits.Select(visits => new ResultRecord
        {
            ["state"] = visits.State,
            ["times"] = visits.Times,
            ["subjects"] = visits.Subjects,
        }),
        ["flags"] = new ResultRecord
        {
            ["overlap"] = Count(StateProblemKind.Overlap),
            ["gap"] = Count(StateProblemKind.Gap),
            ["jump"] = Count(StateProblemKind.Jump),
            ["teleport"] = Count(StateProblemKind.Teleport),
            ["duplicate"] = Count(StateProblemKind.Duplicate),
        },
        ["problems"] = Problems.Select(problem => new ResultRecord
        {
            ["kind"] = WordOf(problem.Kind),
            ["subject"] = problem.Subject,
            ["row"] = problem.Row,
            ["rowBefore"] = problem.RowBefore,
            ["sentence"] = problem.Sentence,
        }),
        ["cautions"] = Cautions,
    };

    /// <summary>The check as text.</summary>
    public override string ToString() => this.ToText();

    internal static string WordOf(StateProblemKind kind) => kind switch
    {
        StateProblemKind.Overlap => "overlap",
        StateProblemKind.Gap => "gap",
        StateProblemKind.Jump => "jump",
        StateProblemKind.Teleport => "teleport",
        _ => "duplicate",
    };

    internal static StateCheckResult Of(string formula, StateRows rows)
    {
        int[] from = rows.Given.Length > 0 ? rows.Given : rows.Current;
        IEnumerable<int> used = Enumerable.Range(0, rows.Stop.Length).Where(row => rows.To[row] >= 0 || rows.IsLast[row]);
        return new StateCheckResult(formula, rows.States, StateProblems.Find(rows))
        {
            Subjects = rows.Subjects.Distinct().Count(),
            Observations = rows.Stop.Length,
            Omitted = rows.Frame.OmittedRows,
            Transitions =
            [
                .. used.GroupBy(row => (From: from[row], To: rows.To[row]))
                    .OrderBy(group => group.Key.From).ThenBy(group => group.Key.To < 0 ? int.MaxValue : group.Key.To)
                    .Select(group => new StateCount(
                        rows.States[group.Key.From], group.Key.To < 0 ? null : rows.States[group.Key.To], group.Count())),
            ],
            Visits = [.. Enumerable.Range(0, rows.States.Length).Where(state => rows.To.Contains(state)).Select(state => (int?)state)
                .Append(null).SelectMany(state => VisitsOf(rows, state))],
            Cautions = [.. rows.Frame.Cautions.Select(caution => caution.Replace("The cause ", "The state ", StringComparison.Ordinal)
                .Replace(" has no event.", " is never reached.", StringComparison.Ordinal))],
        };
    }

    private static IEnumerable<StateVisits> VisitsOf(StateRows rows, int? state) =>
        Enumerable.Range(0, rows.Stop.Length).GroupBy(row => rows.Subjects[row])
            .Select(own => own.Count(row => state is null ? rows.To[row] >= 0 : rows.To[row] == state))
            .GroupBy(times => times).OrderBy(group => group.Key)
            .Select(group => new StateVisits(state is { } place ? rows.States[place] : null, group.Key, group.Count()));
}
