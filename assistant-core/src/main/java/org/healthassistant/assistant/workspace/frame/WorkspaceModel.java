package org.healthassistant.assistant.workspace.frame;

import org.healthassistant.assistant.access.Caller;
import org.healthassistant.assistant.access.ScreenLock;
import org.healthassistant.assistant.workspace.action.Clinicians;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/// What the frame around every page needs: who is there, and when it locks.
@ControllerAdvice(annotations = WorkspacePage.class)
class WorkspaceModel {

  private final ScreenLock lock;

  WorkspaceModel(ScreenLock lock) {
    this.lock = lock;
  }

  @ModelAttribute
  void frame(Caller caller, Model model) {
    model.addAttribute("me", caller.name());
    model.addAttribute("myId", caller.id());
    model.addAttribute("clinician", Clinicians.includes(caller));
    model.addAttribute("administrator", Clinicians.administers(caller));
    model.addAttribute("idleMillis", lock.idle().toMillis());
    model.addAttribute("opensByName", lock.opensByName());
  }
}
