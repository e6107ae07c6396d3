print("sendboard")
