using FsCheck;
using FsCheck.Fluent;

namespace SurvivalKit.Tests;

/// <summary>An observation of a random study. Times are whole numbers, so that times are either tied or clearly different.</summary>
public sealed record Subject(int Time, bool Event, double X, double Z, int Group, int Weight)
{
    public override string ToString() => FormattableString.Invariant($"({Time}{(Event ? "" : "+")} x{X} z{Z} g{Group} w{Weight})");
}

/// <summary>A random study.</summary>
public sealed record Study(Subject[] Subjects)
{
    public int Count => Subjects.Length;

    public double[] X => [.. Subjects.Select(subject => subject.X)];

    public double[] Z => [.. Subjects.Select(subject => subject.Z)];

    public int[] Group => [.. Subjects.Select(subject => subject.Group)];

    public double[] Weights => [.. Subjects.Select(subject => (double)subject.Weight)];

    public DesignMatrix Design => DesignMatrix.FromColumns(("x", X), ("z", Z));

    public Surv Response =>
        Surv.Right([.. Subjects.Select(subject => (double)subject.Time)], [.. Subjects.Select(subject => subject.Event)]);

    public Study Where(Func<Subject, bool> keep) => new([.. Subjects.Where(keep)]);

    public override string ToString() => string.Join(" ", Subjects.AsEnumerable());
}

/// <summary>Generators of random studies.</summary>
internal static class Cases
{
    /// <summary>8 to 40 subjects with many ties in time; at least two groups, two events and covariates that vary.</summary>
    public static Gen<Study> Tied { get; } = Studies(Gen.Choose(1, 12));

    /// <summary>The same without ties: the times are a permutation of 1, 2, ...</summary>
    public static Gen<Study> Untied { get; } =
        from study in Tied
        from keys in Gen.Choose(0, 1_000_000).ArrayOf(study.Count)
        let order = Enumerable.Range(0, study.Count).OrderBy(i => keys[i]).ToArray()
        select new Study([.. study.Subjects.Select((subject, i) => subject with { Time = order[i] + 1 })]);

    /// <summary>A study with a permutation of its subjects.</summary>
    public static Gen<(Study Study, int[] Order)> Permuted { get; } =
        from study in Tied
        from keys in Gen.Choose(0, 1_000_000).ArrayOf(study.Count)
        select (study, Enumerable.Range(0, study.Count).OrderBy(i => keys[i]).ToArray());

    private static Gen<Study> Studies(Gen<int> times)
    {
        Gen<Subject> subjects =
            from time in times
            from isEvent in Gen.Frequency((3, Gen.Constant(true)), (2, Gen.Constant(false)))
            from x in Gen.Choose(-30, 30)
            from z in Gen.Choose(0, 3)
            from weight in Gen.Choose(1, 4)
            select new Subject(time, isEvent, x / 10.0, z, 0, weight);
        return from n in Gen.Choose(8, 40)
               from all in subjects.ArrayOf(n)
               from groups in Gen.Choose(0, 1).ArrayOf(n)
               let grouped = all.Select((subject, i) => subject with
               {
                   Group = i < 2 ? i : groups[i],
                   Event = i is 2 or 3 || subject.Event,
                   X = i == 0 ? -3.1 : subject.X,
                   Z = i == 1 ? 4 : subject.Z,
               }).ToArray()
               select new Study(grouped);
    }
}
