namespace SurvivalKit.Tests;

/// <summary>Months to infection of 43 surgically (1) and 76 percutaneously (2) placed catheters: Klein and Moeschberger
/// (2003), section 1.4.</summary>
internal static class Catheters
{
    private static readonly (double Time, bool Event, int Placement)[] Rows =
    [
        .. Make(1, true, "1.5x1 3.5x1 4.5x2 5.5x1 8.5x2 9.5x1 10.5x1 11.5x1 15.5x1 16.5x1 18.5x1 23.5x1 26.5x1"),
        .. Make(1, false, "2.5x2 3.5x3 4.5x1 5.5x1 6.5x2 7.5x4 8.5x1 9.5x1 10.5x1 11.5x1 12.5x2 13.5x1 14.5x2 21.5x2 22.5x2 25.5x1 27.5x1"),
        .. Make(2, true, "0.5x6 2.5x2 3.5x1 6.5x1 15.5x1"),
        .. Make(
            2, false,
            "0.5x10 1.5x4 2.5x5 3.5x5 4.5x3 5.5x5 6.5x1 7.5x3 8.5x3 9.5x2 10.5x3 11.5x2 12.5x4 14.5x2 16.5x2 18.5x1 19.5x3 20.5x1 22.5x1 24.5x1 25.5x1 26.5x2 28.5x1"),
    ];

    public static Surv Response => Surv.Right([.. Rows.Select(row => row.Time)], [.. Rows.Select(row => row.Event)]);

    public static int[] Placement => [.. Rows.Select(row => row.Placement)];

    private static IEnumerable<(double, bool, int)> Make(int placement, bool isEvent, string counts) =>
        from word in counts.Split(' ')
        let parts = word.Split('x')
        from _ in Enumerable.Range(0, int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture))
        select (double.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture), isEvent, placement);
}
