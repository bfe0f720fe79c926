using System.Text.Json.Nodes;
using CSharpNotebook.Languages.Variables;

namespace CSharpNotebook.Jupyter;

/// <summary>
/// The channel between the pane of the variables in a page and the session: the kernel sends <c>{ table }</c> when the variables have
/// changed, the page asks <c>{ show, start }</c> for a value and gets <c>{ value, rows }</c>.
/// </summary>
internal static class VariablesChannel
{
    /// <summary>Accepts the channel.</summary>
    public static void Register(VariablesPane pane) => Comms.Register(PaneScript.Target, (comm, _) =>
    {
        void Send(string table) => comm.Send(new JsonObject { ["table"] = table });

        pane.Changed += Send;
        comm.Closed += _ => pane.Changed -= Send;
        comm.Received += data =>
        {
            if (data?["show"] is JsonValue name && pane.Show(name.ToString(), data["start"]?.GetValue<long>() ?? 0) is { } shown)
            {
                comm.Send(new JsonObject { ["value"] = shown.Html, ["rows"] = shown.Rows });
            }
        };
        Send(pane.Table);
    });
}
