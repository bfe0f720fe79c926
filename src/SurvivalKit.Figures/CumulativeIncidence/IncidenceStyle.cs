using System.Collections.Immutable;

namespace SurvivalKit.Figures;

/// <summary>How the curves of a figure of incidences look.</summary>
internal sealed class IncidenceStyle
{
    private readonly IncidencePicture _picture;
    private readonly ImmutableArray<Tone> _colours;

    /// <param name="picture">The curves.</param>
    /// <param name="options">The options.</param>
    /// <exception cref="SurvivalDataException">A given colour is not of the form #RRGGBB.</exception>
    public IncidenceStyle(IncidencePicture picture, CumulativeIncidenceFigureOptions options)
    {
        _picture = picture;
        _colours = options.Colours is { Count: > 0 } given ? [.. given.Select(KaplanMeierStyle.Given)] : Tones.Groups;
    }

    /// <summary>Whether colours tell groups and line types tell causes.</summary>
    public bool IsMixed => !_picture.HasPanels && _picture.Causes.Length > 1 && _picture.Curves.Count > 1;

    /// <summary>Whether colours and line types tell causes, since there is one group.</summary>
    public bool TellsCauses => !_picture.HasPanels && _picture.Curves.Count == 1;

    /// <summary>The style of a curve.</summary>
    public GroupStyle Of(IncidenceLine line) =>
        TellsCauses ? GroupStyle.ForGroup(line.Cause, _colours)
        : IsMixed ? new GroupStyle(GroupStyle.ForGroup(line.Group, _colours).Tone, DashesOf(line.Cause))
        : GroupStyle.ForGroup(line.Group, _colours);

    /// <summary>The style of a group, in the key and beside the risk table.</summary>
    public GroupStyle OfGroup(int group) =>
        IsMixed ? new GroupStyle(GroupStyle.ForGroup(group, _colours).Tone, []) : GroupStyle.ForGroup(group, _colours);

    /// <summary>The entries of the key, a line of them each.</summary>
    public ImmutableArray<ImmutableArray<(string Label, GroupStyle Style)>> Key()
    {
        ImmutableArray<(string, GroupStyle)> groups = [.. _picture.GroupLabels.Select((label, group) => (label, OfGroup(group)))];
        return TellsCauses
            ? _picture.Causes.Length == 1
                ? []
                : [[.. _picture.CauseLabels.Select((label, cause) => (label, GroupStyle.ForGroup(cause, _colours)))]]
            : _picture.Curves.Count == 1
                ? []
                : IsMixed
                    ? [groups, [.. _picture.CauseLabels.Select((label, cause) => (label, new GroupStyle(Tones.Ink, DashesOf(cause))))]]
                    : [groups];
    }

    private ImmutableArray<double> DashesOf(int cause) => GroupStyle.ForGroup(cause, _colours).Dashes;
}
