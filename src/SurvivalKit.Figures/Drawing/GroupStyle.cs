using System.Collections.Immutable;

namespace SurvivalKit.Figures;

/// <summary>How a group's line looks: colour and line type, so that groups can also be distinguished in grey.</summary>
internal sealed record GroupStyle(Tone Tone, ImmutableArray<double> Dashes)
{
    private static readonly ImmutableArray<ImmutableArray<double>> LineTypes =
    [
        [],
        [5.5, 2.2],
        [1.4, 1.6],
        [6, 1.8, 1.4, 1.8],
        [9, 2.4],
        [3, 1.6],
    ];

    /// <summary>The style of the group with the given number, from 0; 24 groups differ in colour or line type.</summary>
    public static GroupStyle ForGroup(int group, ImmutableArray<Tone> colours) =>
        new(colours[group % colours.Length], LineTypes[(group + (group / colours.Length)) % LineTypes.Length]);

    /// <summary>The line.</summary>
    public Stroke Line(double width) => new(Tone, width) { Dashes = Dashes };
}
